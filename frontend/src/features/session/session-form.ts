import type { NewSession } from '../../api/types'
import { dayOf, NO_DATE, type DateParts } from '../../govuk/date-parts'
import {
  arrangementOf,
  dateFault,
  EMPTY_TIMES,
  timeFaults,
  type SeriesFault,
  type TimeForm,
} from '../series/series-form'

export interface SessionForm extends TimeForm {
  date: DateParts
}

export const EMPTY: SessionForm = { ...EMPTY_TIMES, date: NO_DATE }

/** The ids of fields whose names at the service are others. */
export const FIELD_IDS: Record<string, string> = { date: 'date-day', breaks: 'break-0-starts' }

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

export function faults(form: SessionForm): SeriesFault[] {
  const date = dateFault(form.date)
  return [...(date ? [{ field: 'date-day', key: `date.${date}` }] : []), ...timeFaults(form)]
}

/** Only for a form without faults. */
export function sessionOf(form: SessionForm): NewSession {
  return { date: dayOf(form.date), ...arrangementOf(form) }
}

/** How many slots the session gives: whole ones only, between the breaks. */
export function slotsOf({ starts, ends, breaks = [], slotMinutes }: NewSession): number {
  if (!slotMinutes) return 0
  let slots = 0
  let from = minutes(starts)
  for (const each of [...breaks].sort((one, other) => minutes(one.starts) - minutes(other.starts))) {
    slots += Math.floor((minutes(each.starts) - from) / slotMinutes)
    from = minutes(each.ends)
  }
  return slots + Math.floor(((minutes(ends) || 24 * 60) - from) / slotMinutes)
}
