import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import type { BookingChoices, ChangeOutcome, SeriesEnd, SessionChange } from '../../api/types'
import { QUERY } from '../../api/query-keys'

export const wholeSessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [QUERY.session, sessionId],
    queryFn: ({ signal }) => ok(api.GET('/api/sessions/{sessionId}', { params: { path: { sessionId } }, signal })),
  })

/**
 * The changes to sessions that people are booked in. Each is previewed first, then carried out with the preview's
 * ETag.
 */
export type SessionAction =
  | { kind: 'change'; sessionId: string; body: SessionChange }
  | { kind: 'cancel'; sessionId: string; body: { reason: string } }
  | { kind: 'end'; seriesId: string; body: SeriesEnd }

/** The sessions and bookings that the action would change. Read again each time it is shown. */
export const sessionActionPreviewQuery = (action: SessionAction) =>
  queryOptions({
    queryKey: [QUERY.sessionChangePreview, action],
    queryFn: ({ signal }) => okWithTag<ChangeOutcome>(look(action, signal)),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

function look(action: SessionAction, signal: AbortSignal) {
  switch (action.kind) {
    case 'change':
      return api.POST('/api/sessions/{sessionId}/changes/preview', {
        params: { path: { sessionId: action.sessionId } },
        body: action.body,
        signal,
      })
    case 'cancel':
      return api.POST('/api/sessions/{sessionId}/cancel/preview', {
        params: { path: { sessionId: action.sessionId } },
        body: action.body,
        signal,
      })
    case 'end':
      return api.POST('/api/series/{seriesId}/end/preview', {
        params: { path: { seriesId: action.seriesId } },
        body: action.body,
        signal,
      })
  }
}

export function useSessionAction() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ action, choices, tag }: { action: SessionAction; choices: BookingChoices; tag: string }) => {
      const header = { 'If-Match': tag }
      switch (action.kind) {
        case 'change':
          return ok<ChangeOutcome>(
            api.POST('/api/sessions/{sessionId}/changes', {
              params: { path: { sessionId: action.sessionId }, header },
              body: { ...action.body, bookings: choices },
            }),
          )
        case 'cancel':
          return ok<ChangeOutcome>(
            api.POST('/api/sessions/{sessionId}/cancel', {
              params: { path: { sessionId: action.sessionId }, header },
              body: { ...action.body, bookings: choices },
            }),
          )
        case 'end':
          return ok<ChangeOutcome>(
            api.POST('/api/series/{seriesId}/end', {
              params: { path: { seriesId: action.seriesId }, header },
              body: { ...action.body, bookings: choices },
            }),
          )
      }
    },
    onSuccess: () =>
      Promise.all(
        [QUERY.session, QUERY.sessions, QUERY.series, QUERY.seriesList, QUERY.day, QUERY.freeSlots].map((what) =>
          client.invalidateQueries({ queryKey: [what] }),
        ),
      ),
  })
}
