import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import type { HowTold } from '../../api/types'

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
