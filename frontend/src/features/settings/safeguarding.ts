import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import type { NewSafeguarding } from '../../api/types'

/** The council's numbers and steps, with their version. */
export const ownSafeguardingQuery = () =>
  queryOptions({
    queryKey: [QUERY.safeguarding, 'own'],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/settings/safeguarding', { signal })),
    staleTime: 0,
  })

export function useChangeSafeguarding() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, tag }: { body: NewSafeguarding; tag: string }) =>
      ok(api.PUT('/api/settings/safeguarding', { params: { header: { 'If-Match': tag } }, body })),
    onSuccess: () => client.removeQueries({ queryKey: [QUERY.safeguarding] }),
  })
}
