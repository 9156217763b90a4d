import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { useInvalidateBoards } from '../board/queries'
import type { Absence } from '../../api/types'
import type { Day as CalendarDay } from '../../text/dates'
import { QUERY } from '../../api/query-keys'

/** The free slots at a hub in the four weeks from a day; none while no hub is chosen. */
export const freeSlotsQuery = (hubId: string, from: CalendarDay) =>
  queryOptions({
    queryKey: [QUERY.freeSlots, hubId, from],
    queryFn: async ({ signal }) => ({
      items: await everyPage((after: string | undefined) => {
        const query = { from, ...(after && { after }) }
        return ok(api.GET('/api/hubs/{hubId}/free-slots', { params: { path: { hubId }, query }, signal }))
      }),
    }),
    enabled: hubId !== '',
    // Later days of the same hub are shown where its earlier days were, once they are read.
    placeholderData: (before, query) => (query?.queryKey[1] === hubId ? before : undefined),
  })

interface PlaceAsked {
  slotId: string
  holdId: string | undefined
  /** The member of staff has seen that the person has another booking at this time. */
  overlapConfirmed: boolean
}

interface BookingAsked extends PlaceAsked {
  personId: string
}

export function useBook() {
  const keys = useCreationKeys()
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ slotId, ...asked }: BookingAsked) =>
      ok(
        api.POST('/api/slots/{slotId}/bookings', {
          params: { path: { slotId }, header: { 'Idempotency-Key': keys.keyFor({ slotId, ...asked }) } },
          body: {
            personId: asked.personId,
            ...(asked.holdId && { holdId: asked.holdId }),
            ...(asked.overlapConfirmed && { overlapConfirmed: true }),
          },
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}

export const bookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: [QUERY.booking, bookingId],
    queryFn: ({ signal }) => ok(api.GET('/api/bookings/{bookingId}', { params: { path: { bookingId } }, signal })),
  })

export function useDidNotAttend() {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ bookingId, absence }: { bookingId: string; absence: Absence }) =>
      ok(api.POST('/api/bookings/{bookingId}/did-not-attend', { params: { path: { bookingId } }, body: absence })),
    onSettled: () => refresh(),
  })
}

type Attendance = { bookingId: string } & ({ arrival: { arrived?: string } } | { absence: Absence })

/** Records later that a person came or did not come. */
export function useRecordAttendance() {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ bookingId, ...attendance }: Attendance) => {
      const params = { path: { bookingId } }
      return 'arrival' in attendance
        ? ok(api.POST('/api/bookings/{bookingId}/late-arrival', { params, body: attendance.arrival }))
        : ok(api.POST('/api/bookings/{bookingId}/did-not-attend', { params, body: attendance.absence }))
    },
    onSettled: () => refresh(),
  })
}

export function useMoveBooking() {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ bookingId, slotId, holdId, overlapConfirmed }: PlaceAsked & { bookingId: string }) =>
      ok(
        api.POST('/api/bookings/{bookingId}/move', {
          params: { path: { bookingId } },
          body: { slotId, ...(holdId && { holdId }), ...(overlapConfirmed && { overlapConfirmed }) },
        }),
      ),
    onSettled: () => refresh(),
  })
}

export function useExtraPlace() {
  const keys = useCreationKeys()
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ slotId, reason }: { slotId: string; reason: string }) =>
      ok(
        api.POST('/api/slots/{slotId}/extra-places', {
          params: { path: { slotId }, header: { 'Idempotency-Key': keys.keyFor({ slotId, reason }) } },
          body: { reason },
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}

export function useCancelBooking() {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ bookingId, askedBy }: { bookingId: string; askedBy: 'person' | 'us' }) =>
      ok(api.POST('/api/bookings/{bookingId}/cancel', { params: { path: { bookingId } }, body: { askedBy } })),
    onSettled: () => refresh(),
  })
}
