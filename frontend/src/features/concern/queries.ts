import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { NewConcern, NewConcernAction } from '../../api/types'

/** The telephone numbers and steps of the council. */
export const safeguardingQuery = () =>
  queryOptions({
    queryKey: [QUERY.safeguarding],
    queryFn: ({ signal }) => ok(api.GET('/api/settings/safeguarding', { signal })),
    staleTime: 0,
  })

/** The concerns that are not read yet or about which no member has acted, or all. */
export const concernsQuery = (open: boolean) =>
  infiniteQueryOptions({
    queryKey: [QUERY.concerns, open],
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/api/concerns', { params: { query: { open, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })

export function useSendConcern() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewConcern) =>
      ok(api.POST('/api/concerns', { params: { header: { 'Idempotency-Key': keys.keyFor(body) } }, body })),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.concerns] })
    },
  })
}

type Change = { read: string } | { act: string; body: NewConcernAction }

export function useChangeConcern() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: Change) =>
      'read' in change
        ? ok(api.POST('/api/concerns/{concernId}/read', { params: { path: { concernId: change.read } } }))
        : ok(
            api.POST('/api/concerns/{concernId}/actions', {
              params: { path: { concernId: change.act } },
              body: change.body,
            }),
          ),
    // Also after a refusal: a colleague may have been faster.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.concerns] }),
  })
}
