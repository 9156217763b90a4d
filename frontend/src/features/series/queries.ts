import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { everyPage } from '../../api/every-page'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { NewSeries } from '../../api/types'
import { QUERY } from '../../api/query-keys'

/** The members who can be named as staff. */
export const teamQuery = () =>
  queryOptions({
    queryKey: [QUERY.teamNames],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(api.GET('/api/team', { params: { query: after ? { after } : {} }, signal })),
      ),
  })

export const seriesListQuery = (hubId: string) =>
  queryOptions({
    queryKey: [QUERY.seriesList, hubId],
    queryFn: ({ signal }) => ok(api.GET('/api/hubs/{hubId}/series', { params: { path: { hubId } }, signal })),
  })

export const seriesQuery = (seriesId: string) =>
  queryOptions({
    queryKey: [QUERY.series, seriesId],
    queryFn: ({ signal }) => ok(api.GET('/api/series/{seriesId}', { params: { path: { seriesId } }, signal })),
  })

/** The dates that a series would have. A question, though it is sent like a command: its words are long. */
export const seriesPreviewQuery = (hubId: string, series: NewSeries) =>
  queryOptions({
    queryKey: [QUERY.seriesPreview, hubId, series],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/hubs/{hubId}/series/preview', { params: { path: { hubId } }, body: series, signal })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

export function useCreateSeries(hubId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (series: NewSeries) =>
      ok(
        api.POST('/api/hubs/{hubId}/series', {
          params: { path: { hubId }, header: { 'Idempotency-Key': keys.keyFor(series) } },
          body: series,
        }),
      ),
    onSuccess: () => {
      keys.done()
      return Promise.all(
        [QUERY.sessions, QUERY.seriesList, QUERY.day, QUERY.freeSlots].map((what) =>
          client.invalidateQueries({ queryKey: [what, hubId] }),
        ),
      )
    },
  })
}
