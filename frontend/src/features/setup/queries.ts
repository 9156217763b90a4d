import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { QUERY } from '../../api/query-keys'

export const setUpQuery = () =>
  queryOptions({
    queryKey: [QUERY.setup],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/set-up', { signal })),
    staleTime: 0,
  })

/** How many hubs there are, and whether a session is planned at any of them. */
export const placesQuery = () =>
  queryOptions({
    queryKey: [QUERY.setup, 'places'],
    queryFn: async ({ signal }) => {
      const [{ items, total }, { sessions }] = await Promise.all([
        ok(api.GET('/api/hubs', { signal })),
        ok(api.GET('/api/readiness', { signal })),
      ])
      return { hubs: total, onlyHub: total === 1 ? items[0]?.id : undefined, sessions }
    },
    staleTime: 0,
  })

export function useAskToGoLive() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ words, tag }: { words: string; tag: string }) =>
      ok(
        api.POST('/api/set-up/go-live', {
          params: { header: { 'If-Match': tag } },
          body: words ? { words } : {},
        }),
      ),
    onSuccess: () => client.removeQueries({ queryKey: [QUERY.setup] }),
  })
}

export const setUpOfQuery = (councilId: string) =>
  queryOptions({
    queryKey: [QUERY.councils, councilId, 'set-up'],
    queryFn: ({ signal }) =>
      okWithTag(api.GET('/api/councils/{councilId}/set-up', { params: { path: { councilId } }, signal })),
  })

/** The operator's answer: approved if there is no question. */
export function useAnswerGoLive(councilId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ question, tag }: { question?: string; tag: string }) => {
      const params = { path: { councilId }, header: { 'If-Match': tag } }
      return question
        ? ok(api.POST('/api/councils/{councilId}/go-live/question', { params, body: { words: question } }))
        : ok(api.POST('/api/councils/{councilId}/go-live/approval', { params }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.councils] }),
  })
}
