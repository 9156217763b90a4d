import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, ok, okWithHeaders } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import type { NewExtract } from '../../api/types'

/** The check of the twelve months that end with a quarter. */
export const checkQuery = (quarter: string) =>
  queryOptions({
    queryKey: [QUERY.clientLevelData, quarter],
    queryFn: ({ signal }) => ok(api.GET('/api/client-level-data/{quarter}', { params: { path: { quarter } }, signal })),
    refetchOnWindowFocus: false,
  })

/** Makes the file of a quarter, and says how many events are in it and how many were left out. */
export function useExtract(quarter: string) {
  return useMutation({
    mutationFn: async (body: NewExtract) => {
      const { body: text, headers } = await okWithHeaders<string>(
        api.POST('/api/client-level-data/{quarter}/extracts', {
          params: { path: { quarter } },
          body,
          parseAs: 'text',
        }),
      )
      return {
        text,
        events: Number(headers.get('Alongside-Events')),
        leftOut: Number(headers.get('Alongside-Left-Out')),
      }
    },
  })
}
