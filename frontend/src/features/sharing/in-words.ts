import i18next from 'i18next'
import { monthAndYear, shortMonth, type Day } from '../../text/dates'

/** "July 2026 to September 2026" */
export function monthsOf(from: Day, to: Day): string {
  return i18next.t('sharing:period', { from: monthAndYear(from), to: monthAndYear(to) })
}

/** "Jul 26 to Sept 26", for the head of a column */
export function shortMonthsOf(from: Day, to: Day): string {
  return i18next.t('sharing:period', { from: shortMonth(from), to: shortMonth(to) })
}
