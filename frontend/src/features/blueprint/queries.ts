import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { councilQuery } from '../../api/queries'
import type { Blueprint, BlueprintDecisions } from '../../api/types'
import { QUERY } from '../../api/query-keys'

export const blueprintQuery = () =>
  queryOptions({ queryKey: [QUERY.blueprint], queryFn: ({ signal }) => ok(api.GET('/api/blueprint', { signal })) })

/** Stores the adopted parts that the service answers; the kinds of session follow a moment later. */
function useAnswer() {
  const client = useQueryClient()
  return (now: Blueprint) => {
    client.setQueryData(blueprintQuery().queryKey, now)
    void client.invalidateQueries({ queryKey: councilQuery().queryKey, refetchType: 'none' })
  }
}

export function useAdopt() {
  return useMutation({
    mutationFn: (body: { version: string; parts: string[] }) => ok(api.POST('/api/blueprint/adopt', { body })),
    onSuccess: useAnswer(),
  })
}

export function useDecide() {
  return useMutation({
    mutationFn: (body: BlueprintDecisions) => ok(api.POST('/api/blueprint/decisions', { body })),
    onSuccess: useAnswer(),
  })
}
