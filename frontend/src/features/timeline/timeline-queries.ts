import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'

/** The key begins like the person's own, so that a change of the person or of a booking makes both out of date. */
export const timelineQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: [QUERY.person, personId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/people/{personId}/timeline', {
          params: { path: { personId }, query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })

export const lastSpokenQuery = (weeks: number) =>
  infiniteQueryOptions({
    queryKey: [QUERY.lastSpoken, weeks],
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/api/last-spoken', { params: { query: { weeks, ...(pageParam && { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
