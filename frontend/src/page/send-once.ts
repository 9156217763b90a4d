import type { UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'

interface Outcome<Data> {
  onSuccess: (data: Data) => void
  onError: (error: Error) => void
}

/**
 * Sends a form that is left when it has succeeded. From the first press until it is refused, further presses do
 * nothing: also in the moment before the page shows that it is busy, and while the next page is on its way.
 */
export function useSendOnce<Data, Body>(mutation: UseMutationResult<Data, Error, Body>) {
  const sending = useRef(false)
  return {
    busy: mutation.isPending || mutation.isSuccess,
    send(body: Body, { onSuccess, onError }: Outcome<Data>): void {
      if (sending.current) return
      sending.current = true
      mutation.mutate(body, {
        onSuccess,
        onError: (error) => {
          sending.current = false
          onError(error)
        },
      })
    },
  }
}
