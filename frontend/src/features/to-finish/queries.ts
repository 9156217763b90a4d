import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'

/** What is left over at a hub: the last days, or all days. */
export const toFinishQuery = (hubId: string, all: boolean) =>
  queryOptions({
    queryKey: [QUERY.toFinish, hubId, all],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/to-finish', { params: { path: { hubId }, query: { all } }, signal })),
  })
