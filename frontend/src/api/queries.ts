import { QueryClient, queryOptions } from '@tanstack/react-query'
import { setLabels } from '../text/i18n'
import { api, ok } from './client'
import { isTemporary } from './problem'
import { openSession } from './session'
import { QUERY } from './query-keys'

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => isTemporary(error) && failures < 2,
        retryDelay: 500,
        // The gateway is often on the same network when the outside is not.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

export const sessionQuery = () =>
  queryOptions({ queryKey: [QUERY.signIn], queryFn: openSession, staleTime: Infinity, gcTime: Infinity })

/** The council that the page works for, and what the caller may do there. */
export const councilQuery = () =>
  queryOptions({
    queryKey: [QUERY.council],
    queryFn: async ({ signal }) => {
      const council = await ok(api.GET('/api/council', { signal }))
      setLabels(council.labels)
      return council
    },
    staleTime: 60_000,
  })
