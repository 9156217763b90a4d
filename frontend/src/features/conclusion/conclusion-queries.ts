import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { Decisions, FinishRequest } from '../../api/types'

/** The decisions at the end of a record, and its addenda. */
export const conclusionQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [QUERY.conversation, conversationId, 'conclusion'],
    queryFn: async ({ signal }) => {
      const { body, tag } = await okWithTag(
        api.GET('/api/conversations/{conversationId}/conclusion', { params: { path: { conversationId } }, signal }),
      )
      return { conclusion: body, tag }
    },
  })

/** Finishes a record, once however often it is pressed. */
export function useFinish(conversationId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ tag, body }: { tag: string; body: FinishRequest }) =>
      ok(
        api.POST('/api/conversations/{conversationId}/finish', {
          params: { path: { conversationId }, header: { 'If-Match': tag, 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    // Also after a refusal: it may be because the record has changed.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [QUERY.conversation, conversationId] }),
        client.invalidateQueries({ queryKey: [QUERY.conversations] }),
      ]),
  })
}

/** Adds a text to a finished record, once however often it is pressed. */
export function useAddAddendum(conversationId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (text: string) =>
      okWithTag(
        api.POST('/api/conversations/{conversationId}/addenda', {
          params: { path: { conversationId }, header: { 'Idempotency-Key': keys.keyFor(text) } },
          body: { text },
        }),
      ),
    onSuccess: ({ body, tag }) => {
      keys.done()
      client.setQueryData(conclusionQuery(conversationId).queryKey, { conclusion: body, tag })
    },
  })
}

/** Puts right what was decided, if no one has since. */
export function useCorrectConclusion(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ tag, decisions, reason }: { tag: string; decisions: Decisions; reason: string }) =>
      ok(
        api.PUT('/api/conversations/{conversationId}/conclusion', {
          params: { path: { conversationId }, header: { 'If-Match': tag } },
          body: { decisions, reason },
        }),
      ),
    // Also after a refusal: it may be because the decisions have changed.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [QUERY.conversation, conversationId] }),
        client.invalidateQueries({ queryKey: [QUERY.conversations] }),
      ]),
  })
}
