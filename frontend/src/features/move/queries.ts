import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { NewMove } from '../../api/types'

/** How the record came from another person: the last 50 moves at most. */
export const movesQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [QUERY.conversation, conversationId, 'moves'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/conversations/{conversationId}/moves', { params: { path: { conversationId } }, signal })),
  })

/** The records that were moved away from a person: the last 50 at most. */
export const movedAwayQuery = (personId: string) =>
  queryOptions({
    queryKey: [QUERY.conversations, 'moved', personId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/people/{personId}/moved-conversations', { params: { path: { personId } }, signal })),
  })

/** Moves a record to another person, if no one has changed it since. */
export function useMoveConversation(conversationId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ tag, body }: { tag: string; body: NewMove }) =>
      ok(
        api.POST('/api/conversations/{conversationId}/moves', {
          params: { path: { conversationId }, header: { 'If-Match': tag, 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    // Also after a refusal: it may be because the record has changed.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [QUERY.conversation, conversationId] }),
        client.invalidateQueries({ queryKey: [QUERY.conversations] }),
        client.invalidateQueries({ queryKey: [QUERY.measures] }),
      ]),
  })
}
