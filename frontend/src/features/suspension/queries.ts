import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import type { SuspensionReason } from '../../api/types'

/** Whether a council is suspended and when it was, with the version of the council. */
export const suspensionQuery = (councilId: string) =>
  queryOptions({
    queryKey: [QUERY.councils, councilId, 'suspension'],
    queryFn: ({ signal }) =>
      okWithTag(api.GET('/api/councils/{councilId}/suspension', { params: { path: { councilId } }, signal })),
    staleTime: 0,
  })

export function useSuspend(councilId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ reason, tag }: { reason: SuspensionReason; tag: string }) =>
      ok(
        api.POST('/api/councils/{councilId}/suspension', {
          params: { path: { councilId }, header: { 'If-Match': tag } },
          body: { reason },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.councils] }),
  })
}

export function useResume(councilId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ tag }: { tag: string }) =>
      ok(
        api.POST('/api/councils/{councilId}/resumption', {
          params: { path: { councilId }, header: { 'If-Match': tag } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.councils] }),
  })
}
