import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { NewSupportGrant } from '../../api/types'

export const supportQuery = () =>
  queryOptions({
    queryKey: [QUERY.support],
    queryFn: ({ signal }) =>
      everyPage((after?: string) =>
        ok(api.GET('/api/support-grants', { params: { query: after === undefined ? {} : { after } }, signal })),
      ),
  })

export const supportOfQuery = (councilId: string) =>
  queryOptions({
    queryKey: [QUERY.councils, councilId, 'support'],
    queryFn: ({ signal }) =>
      everyPage((after?: string) =>
        ok(
          api.GET('/api/councils/{councilId}/support-grants', {
            params: { path: { councilId }, query: after === undefined ? {} : { after } },
            signal,
          }),
        ),
      ),
  })

export function useAskForSupport(councilId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewSupportGrant) =>
      ok(
        api.POST('/api/councils/{councilId}/support-grants', {
          params: { path: { councilId }, header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.councils, councilId] })
    },
  })
}

/** A lead's decision. After a refusal the list is read again, because another lead may have decided. */
export function useDecideOnSupport(grantId: string) {
  const client = useQueryClient()
  const params = { path: { grantId } }
  return useMutation({
    mutationFn: (decision: { kind: 'approve'; residents: boolean } | { kind: 'decline' } | { kind: 'end' }) => {
      switch (decision.kind) {
        case 'approve':
          return ok(
            api.POST('/api/support-grants/{grantId}/approve', { params, body: { residents: decision.residents } }),
          )
        case 'decline':
          return ok(api.POST('/api/support-grants/{grantId}/decline', { params }))
        case 'end':
          return ok(api.POST('/api/support-grants/{grantId}/end', { params }))
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.support] }),
  })
}
