import { useTranslation } from 'react-i18next'
import type { Repeats } from '../../api/types'
import { dayAndMonth, listOf, plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'

/** "Every Tuesday and Thursday until 30 June 2027", "The first Tuesday of each month", "4 dates". */
export function useRepeatsInWords(): (repeats: Repeats) => string {
  const { t } = useTranslation('series')
  return ({ repeats, every, days, week, dates, until }) => {
    if (repeats === 'dates') {
      return dates.length === 1 && dates[0] ? dayAndMonth(dates[0]) : t('words.dates', { count: dates.length })
    }
    const names = listOf(days.map((day) => lookup('common', 'weekday', day)))
    const pattern =
      repeats === 'monthly'
        ? lookup('series', 'words.monthly', String(week ?? 1), { day: names })
        : t('words.weekly', { count: every, days: names })
    return until ? t('words.until', { pattern, date: plainDate(until) }) : pattern
  }
}
