import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { NewSeries, NewSession } from '../../api/types'
import type { Day } from '../../text/dates'

export const sessionsQuery = (hubId: string, from: Day) =>
  queryOptions({
    queryKey: ['sessions', hubId, from],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/sessions', { params: { path: { hubId }, query: { from } }, signal })),
  })

export function useCreateSession(hubId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (session: NewSession) =>
      ok(
        api.POST('/api/hubs/{hubId}/sessions', {
          params: { path: { hubId }, header: { 'Idempotency-Key': keys.keyFor(session) } },
          body: session,
        }),
      ),
    onSuccess: () => {
      keys.done()
      return Promise.all(
        ['sessions', 'day', 'free-slots'].map((what) => client.invalidateQueries({ queryKey: [what, hubId] })),
      )
    },
  })
}

export const seriesListQuery = (hubId: string) =>
  queryOptions({
    queryKey: ['series-list', hubId],
    queryFn: ({ signal }) => ok(api.GET('/api/hubs/{hubId}/series', { params: { path: { hubId } }, signal })),
  })

export const seriesQuery = (seriesId: string) =>
  queryOptions({
    queryKey: ['series', seriesId],
    queryFn: ({ signal }) => ok(api.GET('/api/series/{seriesId}', { params: { path: { seriesId } }, signal })),
  })

/** The dates that a series would have. A question, though it is sent like a command: its words are long. */
export const seriesPreviewQuery = (hubId: string, series: NewSeries) =>
  queryOptions({
    queryKey: ['series-preview', hubId, series],
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
        ['sessions', 'series-list', 'day', 'free-slots'].map((what) =>
          client.invalidateQueries({ queryKey: [what, hubId] }),
        ),
      )
    },
  })
}
