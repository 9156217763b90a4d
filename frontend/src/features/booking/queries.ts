import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { Absence } from '../../api/types'
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
      client.invalidateQueries({ queryKey: ['booking'] }),
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

export const bookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId],
    queryFn: ({ signal }) => ok(api.GET('/api/bookings/{bookingId}', { params: { path: { bookingId } }, signal })),
  })

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

/** What is one press on the board. */
export function useStep() {
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ step, bookingId }: { step: Step; bookingId: string }) => post(step, bookingId),
    onSettled: () => refresh(),
  })
}

export function useDidNotAttend() {
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ bookingId, absence }: { bookingId: string; absence: Absence }) =>
      ok(api.POST('/api/bookings/{bookingId}/did-not-attend', { params: { path: { bookingId } }, body: absence })),
    onSettled: () => refresh(),
  })
}

export function useCancelBooking() {
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ bookingId, askedBy }: { bookingId: string; askedBy: 'person' | 'us' }) =>
      ok(api.POST('/api/bookings/{bookingId}/cancel', { params: { path: { bookingId } }, body: { askedBy } })),
    onSettled: () => refresh(),
  })
}
