import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'

export const hubsQuery = (search: string, page: number) =>
  queryOptions({
    queryKey: ['hubs', search, page],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/hubs', { params: { query: { page, ...(search ? { search } : {}) } }, signal })),
  })

export const hubQuery = (hubId: string) =>
  queryOptions({
    queryKey: ['hub', hubId],
    queryFn: ({ signal }) => ok(api.GET('/api/hubs/{hubId}', { params: { path: { hubId } }, signal })),
    staleTime: 60_000,
  })

/** Sends the file as it is: reading it is the service's business. */
export function useImportHubs() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, dryRun }: { file: File; dryRun: boolean }) =>
      ok(
        api.POST('/api/hubs/import', {
          params: { query: { dryRun } },
          headers: { 'Content-Type': 'text/csv' },
          body: file as unknown as string,
          bodySerializer: (body) => body,
        }),
      ),
    onSuccess: (_, { dryRun }) => (dryRun ? undefined : client.invalidateQueries({ queryKey: ['hubs'] })),
  })
}
