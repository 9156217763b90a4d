import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { QUERY } from '../../api/query-keys'
import { useMay } from '../../page/authorities'
import type { PersonToTell } from '../../api/types'

const pages = (hubId: string, told: boolean, signal: AbortSignal) =>
  everyPage((after?: string) =>
    ok(
      api.GET('/api/hubs/{hubId}/people-to-tell', {
        params: { path: { hubId }, query: { told, ...(after === undefined ? {} : { after }) } },
        signal,
      }),
    ),
  )

/** The people at a hub who must be told that their booking has changed. */
export const peopleToTellQuery = (hubId: string) =>
  queryOptions({
    queryKey: [QUERY.peopleToTell, hubId],
    queryFn: ({ signal }) => pages(hubId, false, signal),
  })

/** The people to tell, for a page that shows other things as well: none until they are known. */
export function usePeopleToTell(hubId: string): PersonToTell[] {
  const may = useMay()
  return useQuery({ ...peopleToTellQuery(hubId), enabled: may('booking:write') }).data ?? []
}

/** The people at a hub who were told lately. */
export const peopleToldQuery = (hubId: string) =>
  queryOptions({
    queryKey: [QUERY.peopleToTell, hubId, 'told'],
    queryFn: ({ signal }) => pages(hubId, true, signal),
  })
