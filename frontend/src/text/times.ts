import { i18next } from './i18n'

/** Returns the part of a text that is compared: its characters in lower case, without blanks. */
function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, '')
}

/** The half of the day that a time names, in English or in the language that is shown, and the time without it. */
function halfOf(typed: string): { half?: 'am' | 'pm'; clock: string } {
  for (const half of ['am', 'pm'] as const) {
    const [before = '', after = ''] = plain(i18next.t(`time.${half}`, { time: '@' })).split('@')
    for (const [start, end] of [
      [before, after],
      ['', half],
    ] as const) {
      if (start + end && typed.startsWith(start) && typed.endsWith(end)) {
        return { half, clock: typed.slice(start.length, typed.length - end.length) }
      }
    }
  }
  return { clock: typed }
}

/**
 * Reads a time of day as people type it: 9.30, 9:30am, 0930, 14:00, 2pm, midday, midnight, and as pages of the language
 * that is shown say it. Undefined if it is none. "9" and "10:15" are taken as they are; "2" without more could be
 * either half of the day and is refused.
 */
export function readTime(text: string): string | undefined {
  const typed = plain(text)
  if (['midday', 'noon', '12noon', plain(i18next.t('time.midday'))].includes(typed)) return '12:00'
  if (['midnight', '12midnight', plain(i18next.t('time.midnight'))].includes(typed)) return '00:00'
  const { half, clock } = halfOf(typed)
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(clock)
  if (!match) return undefined
  const [, hours = '', minutes = '00'] = match
  let hour = Number(hours)
  const minute = Number(minutes)
  if (minute > 59) return undefined
  if (half) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half === 'pm' ? 12 : 0)
  } else if (hour > 23 || (hour < 7 && hours.length === 1)) {
    return undefined
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

export interface TimeRange {
  opens: string
  closes: string
}

/** Reads "9:30am to 1pm" and "9:30 - 13:00", and as pages of the language that is shown say it. */
export function readRange(text: string): TimeRange | undefined {
  const [before = '', between = '', after = ''] = i18next.t('time.range', { starts: '@', ends: '@' }).split('@')
  const said = text.trim().slice(before.length, text.trim().length - after.length)
  for (const parts of [said.split(between), text.split(/\s+to\s+|\s*[-–]\s*/)]) {
    const [opens, closes] = [readTime(parts[0] ?? ''), readTime(parts[1] ?? '')]
    if (parts.length === 2 && opens && closes) return { opens, closes }
  }
  return undefined
}
