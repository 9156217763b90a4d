import { paths } from '../../page/paths'
import { addDays, isDay, today, type Day } from '../../text/dates'

/** The week and the hubs that an address asks for. */
export interface WeekAsked {
  monday: Day
  search: string
  page: number
}

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

export function weekAsked(params: URLSearchParams): WeekAsked {
  const from = params.get('from') ?? ''
  const page = Number(params.get('page') ?? 1)
  return {
    monday: mondayOf(isDay(from) ? from : today()),
    search: params.get('search') ?? '',
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  }
}

/** The address of a week; the present week has none of its own, so that it goes on with the days. */
export function weekAddress({ monday, search, page }: WeekAsked): string {
  const params = new URLSearchParams()
  if (monday !== mondayOf(today())) params.set('from', monday)
  if (search) params.set('search', search)
  if (page > 0) params.set('page', String(page + 1))
  const query = params.toString()
  return query ? `${paths.week}?${query}` : paths.week
}
