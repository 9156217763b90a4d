import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import type { NewAcceptance } from '../../api/types'
import { QUERY } from '../../api/query-keys'

export const agreementQuery = () =>
  queryOptions({
    queryKey: [QUERY.agreement],
    queryFn: ({ signal }) => ok(api.GET('/api/agreement', { signal })),
    staleTime: 0,
  })

export function useAcceptAgreement() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewAcceptance) => ok(api.POST('/api/agreement/acceptances', { body })),
    onSuccess: (standing) => {
      client.setQueryData(agreementQuery().queryKey, standing)
      client.removeQueries({ queryKey: [QUERY.setup] })
    },
  })
}
