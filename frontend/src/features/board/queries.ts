import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import type { Day as CalendarDay } from '../../text/dates'
import { QUERY } from '../../api/query-keys'

export const dayQuery = (hubId: string, date: CalendarDay) =>
  queryOptions({
    queryKey: [QUERY.day, hubId, date],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/days/{date}', { params: { path: { hubId, date } }, signal })),
  })

/** The queries that a booking changes, on any board. */
export function useInvalidateBoards() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [QUERY.day] }),
      client.invalidateQueries({ queryKey: [QUERY.week] }),
      client.invalidateQueries({ queryKey: [QUERY.freeSlots] }),
      client.invalidateQueries({ queryKey: [QUERY.person] }),
      client.invalidateQueries({ queryKey: [QUERY.booking] }),
      client.invalidateQueries({ queryKey: [QUERY.toFinish] }),
      client.invalidateQueries({ queryKey: [QUERY.overdue] }),
    ])
}

export type Step = 'check-in' | 'start' | 'finish' | 'undo'

function post(step: Step, bookingId: string) {
  const params = { params: { path: { bookingId } } }
  switch (step) {
    case 'check-in':
      return ok(api.POST('/api/bookings/{bookingId}/check-in', params))
    case 'start':
      return ok(api.POST('/api/bookings/{bookingId}/start', params))
    case 'finish':
      return ok(api.POST('/api/bookings/{bookingId}/finish', params))
    case 'undo':
      return ok(api.POST('/api/bookings/{bookingId}/undo', params))
  }
}

/** The steps of a booking that take one press on the board. */
export function useStep() {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ step, bookingId }: { step: Step; bookingId: string }) => post(step, bookingId),
    onSettled: () => refresh(),
  })
}
