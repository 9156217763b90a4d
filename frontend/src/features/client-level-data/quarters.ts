import { isDay, type Day } from '../../text/dates'

/** The first quarter of which the Department asked every council for the file. */
const FIRST = '2023-04-01'
const SHOWN = 8

function monthsBefore(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}

function quarterOf(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 5)}${String(month).padStart(2, '0')}-01`
}

/** The first days of the quarters to choose from, the current one first. */
export function quartersUntil(today: Day): Day[] {
  return Array.from({ length: SHOWN }, (_, before) => monthsBefore(quarterOf(today), 3 * before)).filter(
    (quarter) => quarter >= FIRST,
  )
}

/** The quarter of an address, or the last one that is over. */
export function chosenQuarter(named: string | null, today: Day): Day {
  return named !== null && isDay(named) ? named : monthsBefore(quarterOf(today), 3)
}

/** The first day of the last month of a quarter. */
export function lastMonthOf(quarter: Day): Day {
  return monthsBefore(quarter, -2)
}
