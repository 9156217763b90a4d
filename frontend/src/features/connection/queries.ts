import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { Connection, ConnectionChange, ConnectionDetails } from '../../api/types'

/** The connections of a record. */
export const connectionsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [QUERY.connections, conversationId],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(
          api.GET('/api/conversations/{conversationId}/connections', {
            params: { path: { conversationId }, query: after ? { after } : {} },
            signal,
          }),
        ),
      ),
  })

/** Adds a connection to a record, once however often it is pressed. */
export function useAddConnection(conversationId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConnectionDetails) =>
      ok(
        api.POST('/api/conversations/{conversationId}/connections', {
          params: { path: { conversationId }, header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.connections] }),
  })
}

/** Changes a connection, says whether it came about, or removes it. */
export function useChangeConnection({ conversationId, id, version }: Connection) {
  const client = useQueryClient()
  const path = { conversationId, connectionId: id }
  const header = { 'If-Match': `"${version}"` }
  return useMutation({
    mutationFn: (change: ConnectionChange | 'delete'): Promise<unknown> =>
      change === 'delete'
        ? ok(api.DELETE('/api/conversations/{conversationId}/connections/{connectionId}', { params: { path, header } }))
        : ok(
            api.PUT('/api/conversations/{conversationId}/connections/{connectionId}', {
              params: { path, header },
              body: change,
            }),
          ),
    // Also after a refusal: it may be because the connection has changed.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.connections] }),
  })
}
