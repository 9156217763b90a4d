import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { Absence, NewWalkIn } from '../../api/types'
import type { Day as CalendarDay } from '../../text/dates'

export type WalkInStep = 'start' | 'finish' | 'leave' | 'undo'

export const dayQuery = (hubId: string, date: CalendarDay) =>
  queryOptions({
    queryKey: ['day', hubId, date],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/days/{date}', { params: { path: { hubId, date } }, signal })),
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
    mutationFn: ({ slotId, personId, holdId }: { slotId: string; personId: string; holdId: string | undefined }) =>
      ok(
        api.POST('/api/slots/{slotId}/bookings', {
          params: { path: { slotId }, header: { 'Idempotency-Key': keys.keyFor({ slotId, personId, holdId }) } },
          body: { personId, ...(holdId && { holdId }) },
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

export function useMoveBooking() {
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ bookingId, slotId, holdId }: { bookingId: string; slotId: string; holdId: string | undefined }) =>
      ok(
        api.POST('/api/bookings/{bookingId}/move', {
          params: { path: { bookingId } },
          body: { slotId, ...(holdId && { holdId }) },
        }),
      ),
    onSettled: () => refresh(),
  })
}

export function useExtraPlace() {
  const keys = useCreationKeys()
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ slotId, reason }: { slotId: string; reason: string }) =>
      ok(
        api.POST('/api/slots/{slotId}/extra-place', {
          params: { path: { slotId }, header: { 'Idempotency-Key': keys.keyFor({ slotId, reason }) } },
          body: { reason },
        }),
      ),
    onSuccess: () => keys.done(),
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

export function useAddWalkIn() {
  const keys = useCreationKeys()
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ hubId, date, walkIn }: { hubId: string; date: CalendarDay; walkIn: NewWalkIn }) =>
      ok(
        api.POST('/api/hubs/{hubId}/days/{date}/walk-ins', {
          params: { path: { hubId, date }, header: { 'Idempotency-Key': keys.keyFor({ hubId, date, walkIn }) } },
          body: walkIn,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}

function postWalkIn(step: WalkInStep, walkInId: string) {
  const params = { params: { path: { walkInId } } }
  switch (step) {
    case 'start':
      return ok(api.POST('/api/walk-ins/{walkInId}/start', params))
    case 'finish':
      return ok(api.POST('/api/walk-ins/{walkInId}/finish', params))
    case 'leave':
      return ok(api.POST('/api/walk-ins/{walkInId}/leave', params))
    case 'undo':
      return ok(api.POST('/api/walk-ins/{walkInId}/undo', params))
  }
}

export function useWalkInStep() {
  const refresh = useRefreshBoards()
  return useMutation({
    mutationFn: ({ step, walkInId }: { step: WalkInStep; walkInId: string }) => postWalkIn(step, walkInId),
    onSettled: () => refresh(),
  })
}
