import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import type { SecondFactorRuleChange } from '../../api/types'

/** Whom the council asks for a second factor. */
export const secondFactorRuleQuery = () =>
  queryOptions({
    queryKey: [QUERY.secondFactorRule],
    queryFn: ({ signal }) => ok(api.GET('/api/settings/second-factor', { signal })),
    staleTime: 0,
  })

export function useChangeSecondFactorRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, version }: { body: SecondFactorRuleChange; version: number }) =>
      ok(api.PUT('/api/settings/second-factor', { params: { header: { 'If-Match': `"${version}"` } }, body })),
    onSuccess: () => client.removeQueries({ queryKey: [QUERY.secondFactorRule] }),
  })
}
