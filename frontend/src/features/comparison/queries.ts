import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'

/** The quarters that have a benchmark, the newest first, and the one that comes next. */
export const comparisonsQuery = () =>
  queryOptions({
    queryKey: [QUERY.comparisons],
    queryFn: ({ signal }) => ok(api.GET('/api/comparisons', { params: { query: {} }, signal })),
    refetchOnWindowFocus: false,
  })

/** The benchmark of a quarter with the council's own figures. */
export const comparisonQuery = (from: string | undefined) =>
  queryOptions({
    queryKey: [QUERY.comparisons, from],
    queryFn: ({ signal }) => ok(api.GET('/api/comparisons/{from}', { params: { path: { from: from ?? '' } }, signal })),
    enabled: from !== undefined,
    refetchOnWindowFocus: false,
  })
