import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import { useMay } from '../../page/authorities'

/** The work that is left over at a hub: the last days, or all days. */
export const toFinishQuery = (hubId: string, all: boolean) =>
  queryOptions({
    queryKey: [QUERY.toFinish, hubId, all],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/to-finish', { params: { path: { hubId }, query: { all } }, signal })),
  })

/** How much is left over at a hub: zero until it is known. */
export function useCountToFinish(hubId: string): number {
  const may = useMay()
  const { data } = useQuery({ ...toFinishQuery(hubId, false), enabled: may('booking:write') })
  return data ? data.attendanceToRecord + data.peopleToRing + data.earlier : 0
}
