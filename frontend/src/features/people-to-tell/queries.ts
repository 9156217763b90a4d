import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { QUERY } from '../../api/query-keys'
import { useMay } from '../../page/authorities'
import type { HowTold, PersonToTell } from '../../api/types'

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

export type TellStep = { step: 'told'; how: HowTold } | { step: 'not-reached' } | { step: 'undo' }

function post(personToTellId: string, change: TellStep) {
  const params = { path: { personToTellId } }
  switch (change.step) {
    case 'told':
      return ok(api.POST('/api/people-to-tell/{personToTellId}/told', { params, body: { how: change.how } }))
    case 'not-reached':
      return ok(api.POST('/api/people-to-tell/{personToTellId}/not-reached', { params }))
    case 'undo':
      return ok(api.POST('/api/people-to-tell/{personToTellId}/undo', { params }))
  }
}

/** Records what was done about one person. After a refusal the list is read again, since a colleague may have been faster. */
export function useTell(hubId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: TellStep }) => post(id, change),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.peopleToTell, hubId] }),
  })
}
