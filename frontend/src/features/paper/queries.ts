import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { PaperRecord } from '../../api/types'
import { useInvalidateBoards } from '../board/queries'

/** The bookings of a session with the versions that a record from paper replaces. */
export const paperSheetQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [QUERY.paper, sessionId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/sessions/{sessionId}/paper-sheet', { params: { path: { sessionId } }, signal })),
    staleTime: 0,
  })

export function useRecordFromPaper(sessionId: string) {
  const keys = useCreationKeys()
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: (body: PaperRecord) =>
      ok(
        api.POST('/api/sessions/{sessionId}/paper-records', {
          params: { path: { sessionId }, header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}
