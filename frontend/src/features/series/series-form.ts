import type { WholeSession } from '../../api/types'
import { dayOf, isEmpty, NO_DATE, type DateParts } from '../../govuk/date-parts'
import { isDay, timeOfDay, today } from '../../text/dates'
import { readTime } from '../../text/times'

export interface BreakForm {
  starts: string
  ends: string
}

export interface SeriesForm {
  kind: string
  /** One of the hub's rooms, or 'other' for one that is said in words. */
  roomId: string
  room: string
  staff: string[]
  repeats: string
  everyOther: string
  days: string[]
  from: DateParts
  more: DateParts[]
  end: string
  until: DateParts
  times: string
  starts: string
  ends: string
  breaks: BreakForm[]
  slotMinutes: string
  otherMinutes: string
  placesPerSlot: string
}

/** The properties of a session apart from its day: those that can be changed later. */
export type TimeForm = Pick<
  SeriesForm,
  'kind' | 'roomId' | 'room' | 'staff' | 'starts' | 'ends' | 'breaks' | 'slotMinutes' | 'otherMinutes' | 'placesPerSlot'
>

/** The lengths of a slot that the form offers, in minutes. */
export const USUAL_LENGTHS = ['30', '45', '60']

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export const EMPTY_TIMES: TimeForm = {
  kind: '',
  roomId: '',
  room: '',
  staff: [],
  starts: '',
  ends: '',
  breaks: [],
  slotMinutes: '45',
  otherMinutes: '',
  placesPerSlot: '1',
}

export const EMPTY_SERIES: SeriesForm = {
  ...EMPTY_TIMES,
  repeats: 'week',
  everyOther: '',
  days: [],
  from: NO_DATE,
  more: [NO_DATE],
  end: 'never',
  until: NO_DATE,
  times: '',
}

/** An error and the id of its field. */
export interface SeriesFault {
  field: string
  key: string
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = Number(text.trim())
  return /^\d+$/.test(text.trim()) && value >= least && value <= most ? value : undefined
}

export function dateFault(parts: DateParts): string | undefined {
  if (isEmpty(parts)) return 'NotNull'
  if (!parts.day) return 'day'
  if (!parts.month) return 'month'
  if (!parts.year) return 'year'
  if (!isDay(dayOf(parts))) return 'real'
  return dayOf(parts) < today() ? 'past' : undefined
}

/** The number of weeks from one session to the next. */
export function everyOf(form: SeriesForm): number | undefined {
  if (form.repeats === 'week') return 1
  if (form.repeats === 'fortnight') return 2
  return wholeNumber(form.everyOther, 2, 8)
}

export function isWeekly(form: SeriesForm): boolean {
  return ['week', 'fortnight', 'weeks'].includes(form.repeats)
}

/** Checks times, breaks, slots and places, for a series and for a session that changes. */
export function timeFaults(form: TimeForm): SeriesFault[] {
  const found: SeriesFault[] = []
  const fault = (field: string, key: string) => found.push({ field, key })
  const starts = readTime(form.starts)
  const ends = readTime(form.ends)
  if (!form.starts.trim()) fault('starts', 'starts.NotNull')
  else if (!starts) fault('starts', 'starts.real')
  if (!form.ends.trim()) fault('ends', 'ends.NotNull')
  else if (!ends) fault('ends', 'ends.real')
  else if (starts && ends <= starts && ends !== '00:00') fault('ends', 'ends.after')
  form.breaks.forEach((each, at) => {
    const from = readTime(each.starts)
    const to = readTime(each.ends)
    if (!each.starts.trim() && !each.ends.trim()) return
    if (!from) fault(`break-${at}-starts`, 'breaks.starts')
    else if (!to) fault(`break-${at}-ends`, 'breaks.ends')
    else if (to <= from) fault(`break-${at}-ends`, 'breaks.after')
    else if (starts && ends && (from < starts || (to > ends && ends !== '00:00'))) {
      fault(`break-${at}-starts`, 'breaks.within')
    }
  })
  if (form.slotMinutes !== 'dropIn') {
    if (form.slotMinutes === 'other' && !wholeNumber(form.otherMinutes, 5, 240)) {
      fault('otherMinutes', 'slotMinutes.other')
    }
    if (!wholeNumber(form.placesPerSlot, 1, 50)) fault('placesPerSlot', 'placesPerSlot.other')
  }
  return found
}

export function seriesFaults(form: SeriesForm): SeriesFault[] {
  const found: SeriesFault[] = []
  const fault = (field: string, key: string) => found.push({ field, key })
  if (form.repeats === 'weeks' && !everyOf(form)) fault('everyOther', 'every.other')
  if (isWeekly(form) && form.days.length === 0) fault('days', 'days.NoDays')
  const from = dateFault(form.from)
  if (from) fault('from-day', `from.${from}`)
  if (form.repeats === 'dates') {
    form.more.forEach((date, at) => {
      const wrong = isEmpty(date) ? undefined : dateFault(date)
      if (wrong) fault(`more-${at}-day`, `from.${wrong}`)
    })
  } else if (form.repeats !== 'no' && form.end === 'on') {
    const until = dateFault(form.until)
    if (until) fault('until-day', `until.${until}`)
    else if (!from && dayOf(form.until) <= dayOf(form.from)) fault('until-day', 'until.EndsBeforeItBegins')
  } else if (form.repeats !== 'no' && form.end === 'times' && !wholeNumber(form.times, 1, 104)) {
    fault('times', 'times.other')
  }
  return [...found, ...timeFaults(form)]
}

/** A session as it is now, to be changed. */
export function timesOf(session: WholeSession): TimeForm {
  const length = session.slotMinutes ? String(session.slotMinutes) : 'dropIn'
  const usual = [...USUAL_LENGTHS, 'dropIn'].includes(length)
  return {
    kind: session.kind ?? '',
    roomId: session.roomId ?? (session.room ? 'other' : ''),
    room: session.roomId ? '' : (session.room ?? ''),
    staff: session.staff,
    starts: timeOfDay(session.starts),
    ends: timeOfDay(session.ends),
    breaks: session.breaks.map((each) => ({ starts: timeOfDay(each.starts), ends: timeOfDay(each.ends) })),
    slotMinutes: usual ? length : 'other',
    otherMinutes: usual ? '' : length,
    placesPerSlot: String(session.placesPerSlot ?? 1),
  }
}

/** The length that a kind of session has in the council's blueprint, as the form says it. */
export function lengthOf({ minutes, dropInOnly }: { minutes: number; dropInOnly: boolean }) {
  const usual = USUAL_LENGTHS.includes(String(minutes))
  return dropInOnly
    ? { slotMinutes: 'dropIn', otherMinutes: '' }
    : { slotMinutes: usual ? String(minutes) : 'other', otherMinutes: usual ? '' : String(minutes) }
}
