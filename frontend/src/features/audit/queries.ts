import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'

/** What is asked for, as it stands in the address. */
export interface Wanted {
  kind?: string
  memberId?: string
  from?: string
  to?: string
  before?: number
}

export const auditQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['audit', wanted],
    queryFn: ({ signal }) => ok(api.GET('/api/audit/events', { params: { query: wanted }, signal })),
  })

export const looksQuery = (personId: string) =>
  queryOptions({
    queryKey: ['looks', personId],
    queryFn: ({ signal }) => ok(api.GET('/api/people/{personId}/looks', { params: { path: { personId } }, signal })),
  })

/** Without anchors: what was kept elsewhere is not in this browser. */
export function useVerification() {
  return useMutation({
    mutationFn: () => ok(api.POST('/api/audit/verifications', { body: { anchors: [] } })),
  })
}
