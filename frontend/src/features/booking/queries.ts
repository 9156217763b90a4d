import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { Day as CalendarDay } from '../../text/dates'

export const dayQuery = (hubId: string, date: CalendarDay) =>
  queryOptions({
    queryKey: ['day', hubId, date],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/days/{date}', { params: { path: { hubId, date } }, signal })),
    // Several people work at one board.
    refetchInterval: 20_000,
  })

export const freeSlotsQuery = (hubId: string, from: CalendarDay) =>
  queryOptions({
    queryKey: ['free-slots', hubId, from],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/free-slots', { params: { path: { hubId }, query: { from } }, signal })),
  })

/** What a booking changes, on any board. */
function useRefreshBoards() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['day'] }),
      client.invalidateQueries({ queryKey: ['free-slots'] }),
      client.invalidateQueries({ queryKey: ['person'] }),
    ])
}

export function useBook() {
  const keys = useCreationKeys()
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ slotId, personId }: { slotId: string; personId: string }) =>
      ok(
        api.POST('/api/slots/{slotId}/bookings', {
          params: { path: { slotId }, header: { 'Idempotency-Key': keys.keyFor({ slotId, personId }) } },
          body: { personId },
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}

export function useCheckIn() {
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: (bookingId: string) =>
      ok(api.POST('/api/bookings/{bookingId}/check-in', { params: { path: { bookingId } } })),
    onSettled: () => refresh(),
  })
}
