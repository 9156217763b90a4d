import type { Hub } from '../../api/types'
import { weekdayOf } from './series-request'

interface Times {
  date: string
  starts: string
  ends: string
}

type Opening = Hub['openingHours'][number]

const minute = (time: string) => time.slice(0, 5)
// A session that ends at midnight ends after every closing time of its day.
const end = (time: string) => (minute(time) === '00:00' ? '24:00' : minute(time))

/**
 * The opening hours of its weekday if a session is outside them: an empty list on a day without opening hours. Undefined
 * for a session within the hours, and where no opening hours are known.
 */
export function hoursMissed({ openingHours }: Hub, { date, starts, ends }: Times): Opening[] | undefined {
  const hours = openingHours.filter(({ day }) => day === weekdayOf(date))
  const within = hours.some(({ opens, closes }) => minute(opens) <= minute(starts) && end(ends) <= end(closes))
  return openingHours.length === 0 || within ? undefined : hours
}
