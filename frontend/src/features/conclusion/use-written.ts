import { useTranslation } from 'react-i18next'
import type { Conclusion } from '../../api/types'
import { dateAndTime, dayAt } from '../../text/dates'

const DAY_MS = 24 * 60 * 60 * 1000

/** Says when a record was finished, by whom, and how many days after the conversation. */
export function useWritten() {
  const { t } = useTranslation(['conclusion', 'common'])
  return (day: string, { finishedAt, finishedByName }: Conclusion) => {
    const count = Math.round((Date.parse(dayAt(finishedAt)) - Date.parse(day)) / DAY_MS)
    const words = { at: dateAndTime(finishedAt), name: finishedByName ?? t('common:aColleague') }
    return count > 0
      ? t('conclusion:record.written.late', { ...words, count })
      : t('conclusion:record.written.sameDay', words)
  }
}
