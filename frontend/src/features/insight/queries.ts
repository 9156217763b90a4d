import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import type { FigureSummary } from '../../api/types'

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
