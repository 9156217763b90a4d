import { useTranslation } from 'react-i18next'
import type { Repeats } from '../../api/types'
import { dayAndMonth, plainDate } from '../../text/dates'

/** "Every Tuesday and Thursday until 30 June 2027", "The first Tuesday of each month", "4 dates". */
export function useRepeatsInWords(): (repeats: Repeats) => string {
  const { t } = useTranslation('series')
  return ({ repeats, every, days, week, dates, until }) => {
    if (repeats === 'dates') {
      return dates.length === 1 && dates[0] ? dayAndMonth(dates[0]) : t('words.dates', { count: dates.length })
    }
    const names = new Intl.ListFormat('en-GB').format(days.map((day) => t(`day.${day}` as 'day.MONDAY')))
    const pattern =
      repeats === 'monthly'
        ? t(`words.monthly.${week ?? 1}` as 'words.monthly.1', { day: names })
        : t('words.weekly', { count: every, days: names })
    return until ? t('words.until', { pattern, date: plainDate(until) }) : pattern
  }
}
