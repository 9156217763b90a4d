import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { QUERY } from '../../api/query-keys'
import { useInvalidateBoards } from '../board/queries'

/** The head count of a session with its version, which a change replaces. */
export const headcountQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [QUERY.headcount, sessionId],
    queryFn: ({ signal }) =>
      okWithTag(api.GET('/api/sessions/{sessionId}/headcount', { params: { path: { sessionId } }, signal })),
  })

/** The numbers that were recorded, the last first: none until they are known. */
export function useHeadcountChanges(sessionId: string) {
  return (
    useQuery({
      queryKey: [QUERY.headcount, sessionId, 'changes'],
      queryFn: ({ signal }) =>
        everyPage((after?: string) =>
          ok(
            api.GET('/api/sessions/{sessionId}/headcount/changes', {
              params: { path: { sessionId }, query: after === undefined ? {} : { after } },
              signal,
            }),
          ),
        ),
    }).data ?? []
  )
}

export function useRecordHeadcount(sessionId: string) {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ tag, people }: { tag: string; people: number }) =>
      ok(
        api.PUT('/api/sessions/{sessionId}/headcount', {
          params: { path: { sessionId }, header: { 'If-Match': tag } },
          body: { people },
        }),
      ),
    onSettled: () => refresh(),
  })
}
