/** A date while it is typed. */
export interface DateParts {
  day: string
  month: string
  year: string
}

export type DatePart = keyof DateParts

export const NO_DATE: DateParts = { day: '', month: '', year: '' }

/** The day that was typed, like 2026-11-24, or something that is no day. */
export function dayOf({ day, month, year }: DateParts): string {
  return `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
}

export function partsOf(day: string): DateParts {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

export function isEmpty({ day, month, year }: DateParts): boolean {
  return !day.trim() && !month.trim() && !year.trim()
}
