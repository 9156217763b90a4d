import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { FigureNote, FigureSummary, LookAtPeople, NewFigureNote } from '../../api/types'

export type Code = FigureSummary['figure']
export type Grain = 'month' | 'quarter'

/** The filters of a page, from its address. */
export interface Filter {
  by: Grain
  hubId?: string
  kind?: string
}

/** All figures of the council, the one that needs attention most first. */
export const figuresQuery = () =>
  queryOptions({
    queryKey: [QUERY.figures],
    queryFn: ({ signal }) => ok(api.GET('/api/figures', { params: { query: {} }, signal })),
    refetchOnWindowFocus: false,
  })

/** One figure over time. */
export const figureQuery = (figure: Code, filter: Filter) =>
  queryOptions({
    queryKey: [QUERY.figures, figure, filter],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/figures/{figure}', { params: { path: { figure }, query: filter }, signal })),
    refetchOnWindowFocus: false,
  })

/** Reads the filters from the address of a figure. */
export function filterOf(params: URLSearchParams): Filter {
  const hubId = params.get('hub')
  const kind = params.get('kind')
  return {
    by: params.get('by') === 'month' ? 'month' : 'quarter',
    ...(hubId === null ? {} : { hubId }),
    ...(kind === null ? {} : { kind }),
  }
}

/** One figure over time as the council publishes it: rounded, and without what could tell of few people. */
export const publicationQuery = (figure: Code, filter: Filter) =>
  queryOptions({
    queryKey: [QUERY.figures, figure, 'publication', filter],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/figures/{figure}/publication', { params: { path: { figure }, query: filter }, signal })),
  })

/** A figure of one hub in one period. */
export interface AtHub {
  hubId: string
  by: Grain
  from: string
  kind?: string
}

/** Reads which figure of which hub a page is about from its address. */
export function atHubOf(params: URLSearchParams): AtHub {
  const { by, kind, hubId = '' } = filterOf(params)
  return { hubId, by, from: params.get('from') ?? '', ...(kind === undefined ? {} : { kind }) }
}

/** The sessions behind a figure of a hub in one period. */
export const sessionsQuery = (figure: Code, part: AtHub) =>
  queryOptions({
    queryKey: [QUERY.figures, figure, 'sessions', part],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/figures/{figure}/sessions', { params: { path: { figure }, query: part }, signal })),
    refetchOnWindowFocus: false,
  })

/** Opens the people behind a figure. Each opening is kept with its reason, so nothing of it is kept here. */
export function useOpenPeople(figure: Code) {
  return useMutation({
    mutationFn: ({ after, ...body }: LookAtPeople & { after?: string }) =>
      ok(
        api.POST('/api/figures/{figure}/people', {
          params: { path: { figure }, query: after === undefined ? {} : { after } },
          body,
        }),
      ),
    gcTime: 0,
  })
}

/** The notes on a figure, the earliest day first. */
export const notesQuery = (figure: Code) =>
  queryOptions({
    queryKey: [QUERY.figures, figure, 'notes'],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(
          api.GET('/api/figures/{figure}/notes', {
            params: { path: { figure }, query: after ? { after } : {} },
            signal,
          }),
        ),
      ),
  })

/** Adds a note to a figure, once however often it is pressed. */
export function useAddNote(figure: Code) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewFigureNote) =>
      ok(
        api.POST('/api/figures/{figure}/notes', {
          params: { path: { figure }, header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    // A note may give the chart new limits.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.figures] }),
  })
}

/** Changes or removes a note. */
export function useChangeNote(figure: Code, { id, version }: FigureNote) {
  const client = useQueryClient()
  const params = { path: { figure, noteId: id }, header: { 'If-Match': `"${version}"` } }
  return useMutation({
    mutationFn: (change: NewFigureNote | 'delete'): Promise<unknown> =>
      change === 'delete'
        ? ok(api.DELETE('/api/figures/{figure}/notes/{noteId}', { params }))
        : ok(api.PUT('/api/figures/{figure}/notes/{noteId}', { params, body: change })),
    // Also after a refusal: it may be because the note has changed.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.figures] }),
  })
}
