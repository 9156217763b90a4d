import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import type { FollowUpOutcome } from '../../api/types'
import { useInvalidateBoards } from '../board/queries'

/** A call to a person who did not attend is recorded, or its record is taken back. */
export type FollowUpStep = FollowUpOutcome | 'undo'

function post(bookingId: string, step: FollowUpStep) {
  const params = { path: { bookingId } }
  return step === 'undo'
    ? ok(api.POST('/api/bookings/{bookingId}/follow-up/undo', { params }))
    : ok(api.POST('/api/bookings/{bookingId}/follow-up', { params, body: { outcome: step } }))
}

/** Records a call. After a refusal the list is read again, since a colleague may have been faster. */
export function useFollowUp() {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ bookingId, step }: { bookingId: string; step: FollowUpStep }) => post(bookingId, step),
    onSettled: () => refresh(),
  })
}
