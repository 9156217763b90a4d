import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { csv } from '../file-import/csv'
import { useInvalidateHubs } from '../hub/queries'
import { QUERY } from '../../api/query-keys'

/** Finds out what importing the file would do. */
export function usePreviewImport() {
  return useMutation({
    mutationFn: (file: File) => ok(api.POST('/api/hubs/imports/preview', csv(file))),
  })
}

export function useImportHubs() {
  const client = useQueryClient()
  const keys = useCreationKeys()
  return useMutation({
    mutationFn: (file: File) => {
      const key = keys.keyFor({ name: file.name, size: file.size, lastModified: file.lastModified })
      return ok(api.POST('/api/hubs/imports', { params: { header: { 'Idempotency-Key': key } }, ...csv(file) }))
    },
    onSuccess: () => {
      keys.done()
      return Promise.all([QUERY.hubs, QUERY.hubImports].map((what) => client.invalidateQueries({ queryKey: [what] })))
    },
  })
}

/** Imports of the last day. */
export const importsQuery = () =>
  queryOptions({
    queryKey: [QUERY.hubImports],
    queryFn: ({ signal }) => ok(api.GET('/api/hubs/imports', { signal })),
    staleTime: 0,
  })

/** The effect that undoing an import would have. Read again each time it is shown. */
export const undoPreviewQuery = (importId: string) =>
  queryOptions({
    queryKey: [QUERY.hubImportUndo, importId],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/hubs/imports/{importId}/undo/preview', { params: { path: { importId } }, signal })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

export function useUndoImport() {
  const client = useQueryClient()
  const forget = useInvalidateHubs()
  return useMutation({
    mutationFn: (importId: string) =>
      ok(api.POST('/api/hubs/imports/{importId}/undo', { params: { path: { importId } } })),
    onSuccess: () => Promise.all([forget(), client.invalidateQueries({ queryKey: [QUERY.hubImports] })]),
  })
}
