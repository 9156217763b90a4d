import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../govuk/date-input'
import { Input } from '../../govuk/input'
import { Select } from '../../govuk/select'
import { Textarea } from '../../govuk/textarea'
import type { AssetForm, TEXTS } from './asset-form'
import { hubNamesQuery } from './queries'

interface AssetFieldsProps {
  values: AssetForm
  set: <Name extends keyof AssetForm>(name: Name) => (value: AssetForm[Name]) => void
  error: (field: string) => ReactNode
}

/** The fields of a community asset. */
export function AssetFields({ values, set, error }: AssetFieldsProps) {
  const { t } = useTranslation('asset')
  const hubs = useQuery(hubNamesQuery()).data ?? []
  const text = (name: (typeof TEXTS)[number]) => ({
    name,
    label: { text: t(`field.${name}`), className: 'govuk-label--s' },
    value: values[name],
    onChange: (event: { target: { value: string } }) => set(name)(event.target.value),
    error: error(name),
    autoComplete: 'off',
  })
  return (
    <>
      <Input {...text('name')} maxLength={200} />
      <Textarea {...text('offers')} hint={t('field.offersHint')} rows={3} maxLength={1000} />
      <Input {...text('place')} hint={t('field.placeHint')} maxLength={300} />
      <Select
        name="hubId"
        label={{ text: t('field.hubId'), className: 'govuk-label--s' }}
        error={error('hubId')}
        items={[{ value: '', text: t('field.noHub') }, ...hubs.map(({ id, name }) => ({ value: id, text: name }))]}
        value={values.hubId}
        onChange={(event) => set('hubId')(event.target.value)}
      />
      <Input {...text('telephone')} className="govuk-input--width-20" maxLength={60} />
      <Input {...text('email')} type="email" spellCheck={false} maxLength={254} />
      <Input {...text('website')} type="url" spellCheck={false} maxLength={500} />
      <DateInput
        id="checkedOn"
        namePrefix="checkedOn"
        legend={{ text: t('field.checkedOn'), className: 'govuk-fieldset__legend--s' }}
        hint={t('field.checkedOnHint')}
        error={error('checkedOn-day')}
        value={values.checkedOn}
        onChange={set('checkedOn')}
      />
    </>
  )
}
