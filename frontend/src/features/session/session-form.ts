import type { NewSession } from '../../api/types'
import { dayOf, NO_DATE, type DateParts } from '../../govuk/date-parts'
import { dateFault, EMPTY_TIMES, timeFaults, type SeriesFault, type TimeForm } from '../series/series-form'
import { arrangementOf } from '../series/series-request'

export interface SessionForm extends TimeForm {
  date: DateParts
}

export const EMPTY: SessionForm = { ...EMPTY_TIMES, date: NO_DATE }

/** The ids of fields whose names at the service are others. */
export const FIELD_IDS: Record<string, string> = { date: 'date-day', breaks: 'break-0-starts' }

export function faults(form: SessionForm): SeriesFault[] {
  const date = dateFault(form.date)
  return [...(date ? [{ field: 'date-day', key: `date.${date}` }] : []), ...timeFaults(form)]
}

/** Only for a form without faults. */
export function sessionOf(form: SessionForm): NewSession {
  return { date: dayOf(form.date), ...arrangementOf(form) }
}
