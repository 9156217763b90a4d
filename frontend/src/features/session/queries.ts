import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { NewSession } from '../../api/types'
import type { Day } from '../../text/dates'
import { QUERY } from '../../api/query-keys'

export const sessionsQuery = (hubId: string, from: Day) =>
  queryOptions({
    queryKey: [QUERY.sessions, hubId, from],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/sessions', { params: { path: { hubId }, query: { from } }, signal })),
  })

/** The slots that a session would have. A question, though it is sent by POST: a session has too many fields for an address. */
export const sessionPreviewQuery = (hubId: string, session: NewSession) =>
  queryOptions({
    queryKey: [QUERY.sessionPreview, hubId, session],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/hubs/{hubId}/sessions/preview', { params: { path: { hubId } }, body: session, signal })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

export function useCreateSession(hubId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (session: NewSession) =>
      ok(
        api.POST('/api/hubs/{hubId}/sessions', {
          params: { path: { hubId }, header: { 'Idempotency-Key': keys.keyFor(session) } },
          body: session,
        }),
      ),
    onSuccess: () => {
      keys.done()
      return Promise.all(
        [QUERY.sessions, QUERY.day, QUERY.freeSlots].map((what) =>
          client.invalidateQueries({ queryKey: [what, hubId] }),
        ),
      )
    },
  })
}
