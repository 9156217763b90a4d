import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { BookingCorrection, WalkInCorrection } from '../../api/types'
import { useInvalidateBoards } from '../board/queries'

/** A booking with its version, which a correction replaces. */
export const bookingToCorrectQuery = (bookingId: string) =>
  queryOptions({
    queryKey: [QUERY.booking, bookingId, 'to-correct'],
    queryFn: ({ signal }) =>
      okWithTag(api.GET('/api/bookings/{bookingId}', { params: { path: { bookingId } }, signal })),
  })

/** A walk-in with its version, which a correction replaces. */
export const walkInToCorrectQuery = (walkInId: string) =>
  queryOptions({
    queryKey: [QUERY.booking, walkInId, 'to-correct'],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/walk-ins/{walkInId}', { params: { path: { walkInId } }, signal })),
  })

/** The corrections of a booking or a walk-in, the last first: none until they are known. */
export function useCorrections(kind: 'booking' | 'walk-in', id: string) {
  return (
    useQuery({
      queryKey: [QUERY.booking, id, 'corrections'],
      queryFn: ({ signal }) =>
        everyPage((after?: string) => {
          const query = after === undefined ? {} : { after }
          return kind === 'booking'
            ? ok(
                api.GET('/api/bookings/{bookingId}/corrections', {
                  params: { path: { bookingId: id }, query },
                  signal,
                }),
              )
            : ok(api.GET('/api/walk-ins/{walkInId}/corrections', { params: { path: { walkInId: id }, query }, signal }))
        }),
    }).data ?? []
  )
}

interface Sent<Body> {
  id: string
  tag: string
  body: Body
}

export function useCorrectBooking() {
  const keys = useCreationKeys()
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ id, tag, body }: Sent<BookingCorrection>) =>
      ok(
        api.POST('/api/bookings/{bookingId}/corrections', {
          params: {
            path: { bookingId: id },
            header: { 'If-Match': tag, 'Idempotency-Key': keys.keyFor({ id, tag, body }) },
          },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}

export function useCorrectWalkIn() {
  const keys = useCreationKeys()
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ id, tag, body }: Sent<WalkInCorrection>) =>
      ok(
        api.POST('/api/walk-ins/{walkInId}/corrections', {
          params: {
            path: { walkInId: id },
            header: { 'If-Match': tag, 'Idempotency-Key': keys.keyFor({ id, tag, body }) },
          },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}
