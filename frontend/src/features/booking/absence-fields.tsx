import { useTranslation } from 'react-i18next'
import type { Absence } from '../../api/types'
import { Radios } from '../../govuk/choices'

const REASONS = ['forgot', 'ill', 'could-not-get-here', 'chose-not-to', 'do-not-know'] as const
const NEXTS = ['ring-them', 'rebook', 'nothing'] as const

export interface AbsenceValues {
  reason: string
  next: string
}

/** Returns what is known of an absence, as the API takes it. */
export function absenceOf({ reason, next }: AbsenceValues): Absence {
  return { ...(reason && { reason }), ...(next && { next }) } as Absence
}

/** Asks why a person did not come and what happens next, if it is known. */
export function AbsenceFields({
  values,
  set,
}: {
  values: AbsenceValues
  set: (name: keyof AbsenceValues) => (value: string) => void
}) {
  const { t } = useTranslation(['booking', 'board'])
  return (
    <>
      <Radios
        name="reason"
        className="govuk-radios--small"
        legend={{ text: t('absent.reason'), className: 'govuk-fieldset__legend--s' }}
        items={REASONS.map((value) => ({ value, text: t(`board:absence.reason.${value}`) }))}
        value={values.reason}
        onChange={set('reason')}
      />
      <Radios
        name="next"
        className="govuk-radios--small"
        legend={{ text: t('absent.next'), className: 'govuk-fieldset__legend--s' }}
        items={NEXTS.map((value) => ({ value, text: t(`board:absence.next.${value}`) }))}
        value={values.next}
        onChange={set('next')}
      />
    </>
  )
}
