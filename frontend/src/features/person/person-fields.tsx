import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkboxes } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { Details } from '../../govuk/details'
import { Input } from '../../govuk/input'
import { Textarea } from '../../govuk/textarea'
import { NEEDS, type PersonField, type PersonForm } from './person-form'

interface PersonFieldsProps {
  values: PersonForm
  set: <Name extends keyof PersonForm>(name: Name) => (value: PersonForm[Name]) => void
  error: (field: PersonField) => ReactNode
  /** Beside a board, what is rarely asked is folded away. */
  compact?: boolean
}

export function PersonFields({ values, set, error, compact }: PersonFieldsProps) {
  const { t } = useTranslation('person')
  const text = (name: 'firstName' | 'lastName' | 'phone' | 'email' | 'street' | 'nhsNumber' | 'needsNote') => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => set(name)(event.target.value),
    error: error(name),
    // Names and numbers of other people: the browser's own are never right.
    autoComplete: 'off',
  })
  const born = (
    <DateInput
      id="dateOfBirth"
      legend={{ text: t('field.dateOfBirth'), className: 'govuk-fieldset__legend--s' }}
      hint={t('field.dateOfBirthHint')}
      error={error('dateOfBirth')}
      value={values.dateOfBirth}
      onChange={set('dateOfBirth')}
    />
  )
  const street = (
    <Input label={{ text: t('field.street') }} hint={t('field.streetHint')} spellCheck={false} {...text('street')} />
  )
  const nhsNumber = (
    <Input
      label={{ text: t('field.nhsNumber') }}
      hint={t('field.nhsNumberHint')}
      inputMode="numeric"
      spellCheck={false}
      className="govuk-input--width-10"
      {...text('nhsNumber')}
    />
  )
  const needs = (
    <>
      <Checkboxes
        name="needs"
        className="govuk-checkboxes--small"
        legend={{ text: t('field.needs'), className: 'govuk-fieldset__legend--s' }}
        items={NEEDS.map((need) => ({ value: need, text: t(`need.${need}`) }))}
        values={values.needs}
        onChange={set('needs')}
        error={error('needs')}
      />
      <Textarea
        label={{ text: t('field.needsNote') }}
        hint={t('field.needsNoteHint')}
        rows={2}
        {...text('needsNote')}
      />
    </>
  )
  return (
    <>
      <Input label={{ text: t('field.firstName') }} spellCheck={false} {...text('firstName')} />
      <Input label={{ text: t('field.lastName') }} spellCheck={false} {...text('lastName')} />
      <Input
        label={{ text: t('field.phone') }}
        hint={compact ? undefined : t('field.phoneHint')}
        type="tel"
        className="govuk-input--width-20"
        {...text('phone')}
      />
      <Input label={{ text: t('field.email') }} type="email" spellCheck={false} {...text('email')} />
      <Checkboxes
        name="noContact"
        className="govuk-checkboxes--small"
        items={[{ value: 'none', text: t('field.noContact') }]}
        values={values.noContact ? ['none'] : []}
        onChange={(chosen) => set('noContact')(chosen.length > 0)}
      />
      {compact ? (
        <Details
          summary={t('field.more')}
          open={
            Boolean(
              error('dateOfBirth') || error('street') || error('nhsNumber') || error('needs') || error('needsNote'),
            ) || undefined
          }
        >
          {born}
          {street}
          {nhsNumber}
          {needs}
        </Details>
      ) : (
        <>
          {born}
          {street}
          {nhsNumber}
          {needs}
        </>
      )}
    </>
  )
}
