import type { NewSession } from '../../api/types'
import type { DateParts } from '../../govuk/date-input'
import { isDay, today } from '../../text/dates'
import { readTime } from '../../text/times'

export interface SessionForm {
  date: DateParts
  starts: string
  ends: string
  slotMinutes: string
  otherMinutes: string
  placesPerSlot: string
  room: string
}

export type SessionField = keyof SessionForm

export const LENGTHS = ['30', '45', '60'] as const

export const FIELD_IDS: Record<SessionField, string> = {
  date: 'date-day',
  starts: 'starts',
  ends: 'ends',
  slotMinutes: 'slotMinutes',
  otherMinutes: 'otherMinutes',
  placesPerSlot: 'placesPerSlot',
  room: 'room',
}

export const EMPTY: SessionForm = {
  date: { day: '', month: '', year: '' },
  starts: '',
  ends: '',
  slotMinutes: '45',
  otherMinutes: '',
  placesPerSlot: '1',
  room: '',
}

export interface SessionFault {
  field: SessionField
  key: string
}

function dayOf({ day, month, year }: DateParts): string {
  return `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = Number(text.trim())
  return /^\d+$/.test(text.trim()) && value >= least && value <= most ? value : undefined
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

function slotMinutes(form: SessionForm): number | undefined {
  return wholeNumber(form.slotMinutes === 'other' ? form.otherMinutes : form.slotMinutes, 5, 240)
}

export function faults(form: SessionForm): SessionFault[] {
  const found: SessionFault[] = []
  const fault = (field: SessionField, key: string) => found.push({ field, key })
  const { day, month, year } = form.date
  if (!day && !month && !year) fault('date', 'date.NotNull')
  else if (!day) fault('date', 'date.day')
  else if (!month) fault('date', 'date.month')
  else if (!year) fault('date', 'date.year')
  else if (!isDay(dayOf(form.date))) fault('date', 'date.real')
  else if (dayOf(form.date) < today()) fault('date', 'date.past')
  const starts = readTime(form.starts)
  const ends = readTime(form.ends)
  if (!form.starts.trim()) fault('starts', 'starts.NotNull')
  else if (!starts) fault('starts', 'starts.real')
  if (!form.ends.trim()) fault('ends', 'ends.NotNull')
  else if (!ends) fault('ends', 'ends.real')
  else if (starts && ends <= starts) fault('ends', 'ends.after')
  const length = slotMinutes(form)
  if (!length) fault(form.slotMinutes === 'other' ? 'otherMinutes' : 'slotMinutes', 'slotMinutes.other')
  else if (starts && ends && ends > starts && minutes(ends) - minutes(starts) < length) {
    fault(form.slotMinutes === 'other' ? 'otherMinutes' : 'slotMinutes', 'slotMinutes.tooLong')
  }
  if (!wholeNumber(form.placesPerSlot, 1, 50)) fault('placesPerSlot', 'placesPerSlot.other')
  return found
}

/** Only for a form without faults. */
export function sessionOf(form: SessionForm): NewSession {
  return {
    date: dayOf(form.date),
    starts: readTime(form.starts) ?? '',
    ends: readTime(form.ends) ?? '',
    slotMinutes: slotMinutes(form) ?? 0,
    placesPerSlot: Number(form.placesPerSlot),
    ...(form.room.trim() ? { room: form.room.trim() } : {}),
  }
}

/** How many slots the session gives: whole ones only. */
export function slotsOf(session: NewSession): number {
  return Math.floor((minutes(session.ends) - minutes(session.starts)) / session.slotMinutes)
}
