import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { QUERY } from '../../api/query-keys'
import type { Day } from '../../text/dates'

/** The hubs on one page, as the service cuts it. */
export const HUBS_PER_PAGE = 25

/** The numbers of work that has waited longer than two working days, at each hub. */
export const overdueQuery = () =>
  queryOptions({
    queryKey: [QUERY.overdue],
    queryFn: async ({ signal }) => {
      const first = await ok(api.GET('/api/overdue-work', { params: { query: {} }, signal }))
      const rest =
        first.next == null
          ? []
          : await everyPage((after?: string) =>
              ok(api.GET('/api/overdue-work', { params: { query: { after: after ?? first.next ?? '' } }, signal })),
            )
      return { ...first, items: [...first.items, ...rest] }
    },
  })

export const weekQuery = (date: Day, search: string, page: number) =>
  queryOptions({
    queryKey: [QUERY.week, date, search, page],
    queryFn: ({ signal }) => {
      const query = { after: page * HUBS_PER_PAGE, ...(search ? { search } : {}) }
      return ok(api.GET('/api/weeks/{date}', { params: { path: { date }, query }, signal }))
    },
    // Bookings change the places that are left, and no stream reports them here.
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
