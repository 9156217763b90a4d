/**
 * Dates and times in words, in GOV.UK's forms. A day is a string like 2026-11-24 and a time of day a string like 09:30:
 * what the services say, which is already local to the council. Only instants need a time zone, and there is one.
 */

import { serviceTime } from './clock'
import { currentLocale, i18next } from './i18n'

const ZONE = 'Europe/London'

export type Day = string

/** The hours and minutes of an instant, and its day, on the councils' clocks. */
function local(instant: Date): { day: Day; time: string } {
  const parts = Object.fromEntries(
    // The locale decides nothing here: only numbers are read.
    new Intl.DateTimeFormat('en', {
      timeZone: ZONE,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** Today, where the councils are. */
export function today(now: Date = serviceTime()): Day {
  return local(now).day
}

/** Whether a time on the councils' clocks has begun. */
export function hasStarted({ date, starts }: { date: Day; starts: string }, now: Date): boolean {
  const { day, time } = local(now)
  return date < day || (date === day && starts.slice(0, 5) <= time)
}

/** Counts days on the calendar, not hours on a clock, so that a clock change does not move it. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function words(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '')
}

/** "Tuesday 24 November 2026" */
export function longDate(day: Day, locale = currentLocale()): string {
  return words(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** "Tuesday 24 November", where the year is plain. */
export function dayAndMonth(day: Day, locale = currentLocale()): string {
  return words(day, locale, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** "24 November" */
export function dayOfMonth(day: Day, locale = currentLocale()): string {
  return words(day, locale, { day: 'numeric', month: 'long' })
}

/** "24 November 2026" */
export function plainDate(day: Day, locale = currentLocale()): string {
  return words(day, locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** "Thursday 24 December 2026 to Thursday 31 December 2026", or the one day. */
export function dayRange(from: Day, to: Day): string {
  return from === to ? longDate(from) : i18next.t('time.days', { from: longDate(from), to: longDate(to) })
}

/** "10:15am", "11am", "midday", "midnight" */
export function timeOfDay(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (minute === 0 && hour === 12) return i18next.t('time.midday')
  if (minute === 0 && hour === 0) return i18next.t('time.midnight')
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return i18next.t(hour < 12 ? 'time.am' : 'time.pm', { time: `${hour % 12 === 0 ? 12 : hour % 12}${minutes}` })
}

/** "10:15am to 11am" */
export function timeRange(starts: string, ends: string): string {
  return i18next.t('time.range', { starts: timeOfDay(starts), ends: timeOfDay(ends) })
}

/** The time of an instant, "9:24am", on the councils' clocks. */
export function timeAt(instant: string | Date): string {
  return timeOfDay(local(new Date(instant)).time)
}

/** The day of an instant on the councils' clocks. */
export function dayAt(instant: string | Date): Day {
  return local(new Date(instant)).day
}

/** "November 2026" */
export function monthAndYear(day: Day, locale = currentLocale()): string {
  return words(day, locale, { month: 'long', year: 'numeric' })
}

/** "November" */
export function monthOf(day: Day, locale = currentLocale()): string {
  return words(day, locale, { month: 'long' })
}

/** "Nov 26" */
export function shortMonth(day: Day, locale = currentLocale()): string {
  return words(day, locale, { month: 'short', year: '2-digit' })
}

/** "Tuesday 24 November 2026 at 9:24am", on the councils' clocks. */
export function dayAndTime(instant: string | Date): string {
  return i18next.t('time.dayAndTime', { day: longDate(dayAt(instant)), time: timeAt(instant) })
}

/** "24 November 2026 at 9:24am", on the councils' clocks. */
export function dateAndTime(instant: string | Date): string {
  return i18next.t('time.dayAndTime', { day: plainDate(dayAt(instant)), time: timeAt(instant) })
}

/** "Monday, Wednesday and Friday" */
export function listOf(items: string[], locale = currentLocale()): string {
  return new Intl.ListFormat(locale).format(items)
}

/** "20,000" */
export function numberOf(value: number, locale = currentLocale(), how?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale, how).format(value)
}
