import { useTranslation } from 'react-i18next'
import type { PersonToTell } from '../../api/types'
import { dayAndMonth, timeOfDay } from '../../text/dates'

/** Marks the row of a booking whose person may not know what has changed. */
export function ToTell({ person }: { person: PersonToTell | undefined }) {
  const { t } = useTranslation('people-to-tell')
  if (!person) return null
  const { cause, was, now } = person
  return (
    <span className="pill__more">
      {cause === 'hub-closed' || cause === 'hub-reopened' || cause === 'booking-restored'
        ? t(`row.${cause}`)
        : t(now && now.date !== was.date ? 'row.wasOnDay' : 'row.was', {
            day: dayAndMonth(was.date),
            time: timeOfDay(was.starts),
          })}
    </span>
  )
}
