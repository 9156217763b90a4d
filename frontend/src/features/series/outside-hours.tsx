import { useTranslation } from 'react-i18next'
import type { Hub } from '../../api/types'
import { WarningText } from '../../govuk/warning-text'
import { listOf, timeRange } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { hoursMissed } from './opening'
import { weekdayOf } from './series-request'

interface Times {
  date: string
  starts: string
  ends: string
}

/** Says the opening hours of the weekday of a session that is outside them; undefined for a session within them. */
export function useHoursMissedInWords(hub: Hub) {
  const { t } = useTranslation('series')
  return (session: Times): string | undefined => {
    const missed = hoursMissed(hub, session)
    if (!missed) return undefined
    const day = lookup('common', 'weekday', weekdayOf(session.date))
    return missed.length > 0
      ? t('hours.missed', { day, hours: listOf(missed.map(({ opens, closes }) => timeRange(opens, closes))) })
      : t('hours.notOpen', { day })
  }
}

/** A warning for sessions outside the opening hours, with the hours of each weekday in question. */
export function OutsideHours({ hub, sessions }: { hub: Hub; sessions: Times[] }) {
  const { t } = useTranslation('series')
  const inWords = useHoursMissedInWords(hub)
  const missed = [...new Set(sessions.flatMap((session) => inWords(session) ?? []))]
  if (missed.length === 0) return null
  return (
    <WarningText>
      {t('hours.warning')} {missed.map((words) => `${words}.`).join(' ')}
    </WarningText>
  )
}
