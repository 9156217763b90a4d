import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { ChangeOutcome, NewSeries, NewSession, SeriesEnd, SessionChange } from '../../api/types'
import type { Day } from '../../text/dates'

export const sessionsQuery = (hubId: string, from: Day) =>
  queryOptions({
    queryKey: ['sessions', hubId, from],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs/{hubId}/sessions', { params: { path: { hubId }, query: { from } }, signal })),
  })

/** Who can be named as staff. */
export const teamQuery = () =>
  queryOptions({ queryKey: ['team-names'], queryFn: ({ signal }) => ok(api.GET('/api/team', { signal })) })

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

export const wholeSessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['session', sessionId],
    queryFn: ({ signal }) => ok(api.GET('/api/sessions/{sessionId}', { params: { path: { sessionId } }, signal })),
  })

/** What is done to sessions that people are booked in; each is looked at first, then done under the mark of the look. */
export type Deed =
  | { kind: 'change'; sessionId: string; body: SessionChange }
  | { kind: 'cancel'; sessionId: string; body: { reason: string } }
  | { kind: 'end'; seriesId: string; body: SeriesEnd }

/** What it would touch. Asked anew whenever it is shown. */
export const touchedQuery = (deed: Deed) =>
  queryOptions({
    queryKey: ['touched', deed],
    queryFn: ({ signal }) => okWithTag<ChangeOutcome>(look(deed, signal)),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

function look(deed: Deed, signal: AbortSignal) {
  switch (deed.kind) {
    case 'change':
      return api.POST('/api/sessions/{sessionId}/changes/preview', {
        params: { path: { sessionId: deed.sessionId } },
        body: deed.body,
        signal,
      })
    case 'cancel':
      return api.POST('/api/sessions/{sessionId}/cancel/preview', {
        params: { path: { sessionId: deed.sessionId } },
        body: deed.body,
        signal,
      })
    case 'end':
      return api.POST('/api/series/{seriesId}/end/preview', {
        params: { path: { seriesId: deed.seriesId } },
        body: deed.body,
        signal,
      })
  }
}

export function useDoToSessions() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ deed, tag }: { deed: Deed; tag: string }) => {
      const header = { 'If-Match': tag }
      switch (deed.kind) {
        case 'change':
          return ok<ChangeOutcome>(
            api.POST('/api/sessions/{sessionId}/changes', {
              params: { path: { sessionId: deed.sessionId }, header },
              body: deed.body,
            }),
          )
        case 'cancel':
          return ok<ChangeOutcome>(
            api.POST('/api/sessions/{sessionId}/cancel', {
              params: { path: { sessionId: deed.sessionId }, header },
              body: deed.body,
            }),
          )
        case 'end':
          return ok<ChangeOutcome>(
            api.POST('/api/series/{seriesId}/end', {
              params: { path: { seriesId: deed.seriesId }, header },
              body: deed.body,
            }),
          )
      }
    },
    onSuccess: () =>
      Promise.all(
        ['session', 'sessions', 'series', 'series-list', 'day', 'free-slots'].map((what) =>
          client.invalidateQueries({ queryKey: [what] }),
        ),
      ),
  })
}
