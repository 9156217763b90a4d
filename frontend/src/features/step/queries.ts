import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { everyPage } from '../../api/every-page'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { Step, StepChange, StepDetails } from '../../api/types'

/** The next steps of a record. */
export const stepsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [QUERY.steps, conversationId],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(
          api.GET('/api/conversations/{conversationId}/steps', {
            params: { path: { conversationId }, query: after ? { after } : {} },
            signal,
          }),
        ),
      ),
  })

/** The steps of a list: whose, of which person, and whether only those that are overdue. */
export interface StepChoice {
  ownedBy: 'me' | 'all'
  personId?: string
  due?: 'overdue'
}

/** The steps that are open. */
export const openStepsQuery = (choice: StepChoice) =>
  infiniteQueryOptions({
    queryKey: [QUERY.steps, 'open', choice],
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/api/steps', { params: { query: { ...choice, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** Adds a step to a record, once however often it is pressed. */
export function useAddStep(conversationId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StepDetails) =>
      ok(
        api.POST('/api/conversations/{conversationId}/steps', {
          params: { path: { conversationId }, header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.steps] }),
  })
}

/** Changes a step, says whether it was done, or removes it. */
export function useChangeStep({ conversationId, id, version }: Step) {
  const client = useQueryClient()
  const path = { conversationId, stepId: id }
  const header = { 'If-Match': `"${version}"` }
  return useMutation({
    mutationFn: (change: StepChange | 'delete'): Promise<unknown> =>
      change === 'delete'
        ? ok(api.DELETE('/api/conversations/{conversationId}/steps/{stepId}', { params: { path, header } }))
        : ok(api.PUT('/api/conversations/{conversationId}/steps/{stepId}', { params: { path, header }, body: change })),
    // Also after a refusal: it may be because the step has changed.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.steps] }),
  })
}
