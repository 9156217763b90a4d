import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { Measure, MeasureCorrection, NewMeasure } from '../../api/types'

/** The instruments that can be asked. */
export const instrumentsQuery = () =>
  queryOptions({
    queryKey: [QUERY.instruments],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(api.GET('/api/instruments', { params: { query: after ? { after } : {} }, signal })),
      ),
  })

/** The answers of a person, the last day first. */
export const measuresQuery = (personId: string) =>
  queryOptions({
    queryKey: [QUERY.measures, personId],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(
          api.GET('/api/people/{personId}/measures', {
            params: { path: { personId }, query: after ? { after } : {} },
            signal,
          }),
        ),
      ),
    staleTime: 0,
    // A look at another window reads no answers again.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** How the answers of the council change. */
export const changeQuery = () =>
  queryOptions({
    queryKey: [QUERY.measureChange],
    queryFn: ({ signal }) => ok(api.GET('/api/measures/change', { signal })),
    staleTime: 0,
  })

/** Records answers, once however often it is pressed. */
export function useRecordMeasure(personId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewMeasure) =>
      ok(
        api.POST('/api/people/{personId}/measures', {
          params: { path: { personId }, header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.measures, personId] })
    },
  })
}

/** Withdraws answers that were recorded by mistake. */
export function useWithdrawMeasure(personId: string, { id, version }: Measure) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      ok(
        api.POST('/api/people/{personId}/measures/{measureId}/withdraw', {
          params: { path: { personId, measureId: id }, header: { 'If-Match': `"${version}"` } },
          body: { reason },
        }),
      ),
    // The timeline has them no more. The list of answers reads them again when its page opens.
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.person, personId] }),
    onError: () => client.invalidateQueries({ queryKey: [QUERY.measures, personId] }),
  })
}

/** Corrects answers. The version is the one that was shown when the correction began. */
export function useCorrectMeasure({ personId, id }: Measure) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ version, body }: { version: number; body: MeasureCorrection }) =>
      ok(
        api.PUT('/api/people/{personId}/measures/{measureId}', {
          params: { path: { personId, measureId: id }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.measures, personId] }),
  })
}
