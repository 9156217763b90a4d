import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkboxes } from '../../govuk/choices'
import { Fieldset } from '../../govuk/fieldset'
import { Input } from '../../govuk/input'
import { Textarea } from '../../govuk/textarea'
import { FEATURES, WEEK, type HubForm } from './hub-form'
import { lookup } from '../../text/lookup'

export function HubFields({
  values,
  set,
  error,
}: {
  values: HubForm
  set: <Name extends keyof HubForm>(name: Name) => (value: HubForm[Name]) => void
  error: (field: string) => ReactNode
}) {
  const { t } = useTranslation('hub')
  const text = (name: 'name' | 'address' | 'postcode' | 'website' | 'coLocated' | 'directions' | 'uprn') => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => set(name)(event.target.value),
    error: error(name),
    autoComplete: 'off',
  })
  const label = (name: string) => ({ text: lookup('hub', 'field', name), className: 'govuk-label--s' })
  return (
    <>
      <Input label={label('name')} {...text('name')} />
      <Textarea label={label('address')} hint={t('field.addressHint')} rows={3} {...text('address')} />
      <Input label={label('postcode')} className="govuk-input--width-10" {...text('postcode')} />
      <Checkboxes
        name="accessFeatures"
        className="govuk-checkboxes--small"
        legend={{ text: t('field.access'), className: 'govuk-fieldset__legend--s' }}
        error={error('accessFeatures')}
        values={values.accessFeatures}
        onChange={set('accessFeatures')}
        items={FEATURES.map((feature) => ({ value: feature, text: t(`feature.${feature}`) }))}
      />
      <Fieldset legend={{ text: t('field.hours'), className: 'govuk-fieldset__legend--s' }} describedBy="hours-hint">
        <div className="govuk-hint" id="hours-hint">
          {t('field.hoursHint')}
        </div>
        {WEEK.map((day) => (
          <Input
            key={day}
            id={`hours-${day}`}
            name={`hours-${day}`}
            label={{ text: lookup('common', 'weekday', day) }}
            className="govuk-input--width-20"
            groupClassName="hours-input"
            autoComplete="off"
            value={values.hours[day]}
            error={error(`hours-${day}`)}
            onChange={(event) => set('hours')({ ...values.hours, [day]: event.target.value })}
          />
        ))}
      </Fieldset>
      <Checkboxes
        name="dropIn"
        className="govuk-checkboxes--small"
        items={[{ value: 'yes', text: t('field.dropIn') }]}
        values={values.dropIn ? ['yes'] : []}
        onChange={(chosen) => set('dropIn')(chosen.length > 0)}
      />
      <Textarea label={label('coLocated')} hint={t('field.coLocatedHint')} rows={2} {...text('coLocated')} />
      <Textarea label={label('directions')} hint={t('field.directionsHint')} rows={3} {...text('directions')} />
      <Input label={label('website')} type="url" spellCheck={false} {...text('website')} />
      <Input
        label={label('uprn')}
        hint={t('field.uprnHint')}
        className="govuk-input--width-10"
        inputMode="numeric"
        {...text('uprn')}
      />
    </>
  )
}
