import { useTranslation } from 'react-i18next'
import type { ToFinishList } from '../../api/types'
import { paths } from '../../page/paths'
import { dayAndMonth, timeOfDay } from '../../text/dates'
import { FirstFew } from './first-few'

interface ToRecordProps {
  hubId: string
  list: ToFinishList
  call: (personName: string) => string
}

/** The people of earlier sessions of whom it is not recorded whether they came. */
export function ToRecord({ hubId, list, call }: ToRecordProps) {
  const { t } = useTranslation('to-finish')
  return (
    <FirstFew
      heading={t('toRecord', { count: list.attendanceToRecord })}
      entries={list.items
        .filter(({ toDo }) => toDo === 'record-attendance')
        .map((entry) => (
          <li key={entry.bookingId}>
            <a
              className="govuk-link"
              href={paths.recordAttendance(hubId, entry.date, entry.bookingId)}
              aria-label={t('record', { name: call(entry.personName) })}
            >
              {call(entry.personName)}
            </a>
            <p className="to-finish__when">
              {t('when', { day: dayAndMonth(entry.date), time: timeOfDay(entry.starts) })}
            </p>
          </li>
        ))}
    />
  )
}
