import { useTranslation } from 'react-i18next'
import type { PersonToTell } from '../../api/types'
import { longDate, timeOfDay } from '../../text/dates'

/** The causes whose sentence says that the booking is cancelled. */
const CANCELS: PersonToTell['cause'][] = ['session-cancelled', 'series-ended', 'cancelled-by-us']

/** The change that a person must be told of, in a sentence, and the reason in the words of the member who made the change. */
export function WhatChanged({ person }: { person: PersonToTell }) {
  const { t } = useTranslation('people-to-tell')
  const { was, now, cause, reason } = person
  const at = { day: longDate(was.date), time: timeOfDay(was.starts) }
  const sameDay = now?.date === was.date
  return (
    <>
      <p className="govuk-body">
        {t(`changed.${cause}`, at)}{' '}
        {now &&
          (now.date !== was.date || now.starts !== was.starts) &&
          t(sameDay ? 'nowAtTime' : 'nowOnDay', { day: longDate(now.date), time: timeOfDay(now.starts) })}
        {!now && !CANCELS.includes(cause) && t('nowCancelled')}
      </p>
      {reason && <p className="govuk-body breaks">{t('reason', { reason })}</p>}
    </>
  )
}
