import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { NewPersonMerge, PersonMerge } from '../../api/types'

/** The merges of a person: suggested, valid and undone. The key begins like the person's own. */
export const mergesOfPersonQuery = (personId: string) =>
  queryOptions({
    queryKey: [QUERY.person, personId, 'merges'],
    queryFn: ({ signal }) => ok(api.GET('/api/people/{personId}/merges', { params: { path: { personId } }, signal })),
  })

export const mergesQuery = (status: PersonMerge['status']) =>
  infiniteQueryOptions({
    queryKey: [QUERY.personMerges, status],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/person-merges', {
          params: { query: { status, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })

export function useSuggestMerge() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewPersonMerge) =>
      ok(api.POST('/api/person-merges', { params: { header: { 'Idempotency-Key': keys.keyFor(body) } }, body })),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.person] })
    },
  })
}

export type Decision = 'merge' | 'decline' | { undo: string }

export function useDecideMerge(mergeId: string) {
  const client = useQueryClient()
  const params = { path: { mergeId } }
  return useMutation({
    mutationFn: (decision: Decision) => {
      if (decision === 'merge') return ok(api.POST('/api/person-merges/{mergeId}/merge', { params }))
      if (decision === 'decline') return ok(api.POST('/api/person-merges/{mergeId}/decline', { params }))
      return ok(api.POST('/api/person-merges/{mergeId}/undo', { params, body: { reason: decision.undo } }))
    },
    // Also after a refusal: another lead may have been faster.
    onSettled: () =>
      Promise.all(
        [QUERY.personMerges, QUERY.person, QUERY.people, QUERY.day].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  })
}
