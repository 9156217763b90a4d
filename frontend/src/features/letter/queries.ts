import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { Letter } from '../../api/types'

/** The letters of a record that a member has changed or given. */
export const lettersQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [QUERY.letters, conversationId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/conversations/{conversationId}/letters', { params: { path: { conversationId } }, signal })),
    staleTime: 0,
  })

/** The letter to one person of a record. */
export const letterQuery = (conversationId: string, personId: string) =>
  queryOptions({
    queryKey: [QUERY.letters, conversationId, personId],
    queryFn: ({ signal }) =>
      okWithTag(
        api.GET('/api/conversations/{conversationId}/letters/{personId}', {
          params: { path: { conversationId, personId } },
          signal,
        }),
      ),
    staleTime: 0,
    // A look at another window reads no content again.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Every version of every box of a record, the last first. */
export const everyRevisionQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [QUERY.conversation, conversationId, 'every-revision'],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(
          api.GET('/api/conversations/{conversationId}/revisions', {
            params: { path: { conversationId }, query: after ? { after } : {} },
            signal,
          }),
        ),
      ),
    staleTime: 0,
  })

export type LetterChange =
  | { part: string; version: number; text: string }
  | { names: string[] }
  | { how: Letter['copies'][number]['how'] }
  | { reason: string }

/** Changes a letter, and shows it as it is then. */
export function useChangeLetter({ conversationId, personId, version }: Letter) {
  const client = useQueryClient()
  const keys = useCreationKeys()
  const path = { conversationId, personId }
  return useMutation({
    mutationFn: (change: LetterChange) => {
      if ('part' in change) {
        return ok(
          api.PUT('/api/conversations/{conversationId}/letters/{personId}/parts/{partId}', {
            params: { path: { ...path, partId: change.part }, header: { 'If-Match': `"${change.version}"` } },
            body: { text: change.text },
          }),
        )
      }
      if ('names' in change) {
        return ok(
          api.PUT('/api/conversations/{conversationId}/letters/{personId}/names', {
            params: { path, header: { 'If-Match': `"${version}"` } },
            body: { personIds: change.names },
          }),
        )
      }
      if ('how' in change) {
        return ok(
          api.POST('/api/conversations/{conversationId}/letters/{personId}/copies', {
            params: { path, header: { 'Idempotency-Key': keys.keyFor(change) } },
            body: change,
          }),
        )
      }
      return ok(
        api.POST('/api/conversations/{conversationId}/letters/{personId}/withdrawal', {
          params: { path },
          body: change,
        }),
      )
    },
    onSuccess: (letter) => {
      keys.done()
      client.setQueryData(letterQuery(conversationId, personId).queryKey, {
        body: letter,
        tag: `"${letter.version}"`,
      })
      return client.invalidateQueries({ queryKey: [QUERY.letters, conversationId], exact: true })
    },
    // The refusal may be because another member of staff has changed the letter.
    onError: () => client.invalidateQueries({ queryKey: letterQuery(conversationId, personId).queryKey }),
  })
}
