import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { NewClosure, NewHub, NewRoom } from '../../api/types'

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
    onSuccess: (_, { dryRun }) =>
      dryRun
        ? undefined
        : Promise.all(['hubs', 'hub-imports'].map((what) => client.invalidateQueries({ queryKey: [what] }))),
  })
}

/** Imports of the last day. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ['hub-imports'],
    queryFn: ({ signal }) => ok(api.GET('/api/hubs/imports', { signal })),
    staleTime: 0,
  })

/** What undoing an import would do, asked anew whenever it is shown. */
export const undoPreviewQuery = (importId: string) =>
  queryOptions({
    queryKey: ['hub-import-undo', importId],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/hubs/imports/{importId}/undo/preview', { params: { path: { importId } }, signal })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

export function useUndoImport() {
  const client = useQueryClient()
  const forget = useForgetHubs()
  return useMutation({
    mutationFn: (importId: string) =>
      ok(api.POST('/api/hubs/imports/{importId}/undo', { params: { path: { importId } } })),
    onSuccess: () => Promise.all([forget(), client.invalidateQueries({ queryKey: ['hub-imports'] })]),
  })
}

/** The hub as it is now, with the tag that a change of it must carry. */
export const hubToEditQuery = (hubId: string) =>
  queryOptions({
    queryKey: ['hub-to-edit', hubId],
    queryFn: async ({ signal }) => {
      const { body, tag } = await okWithTag(api.GET('/api/hubs/{hubId}', { params: { path: { hubId } }, signal }))
      return { hub: body, tag }
    },
    staleTime: 0,
  })

/** Forgets what is known of hubs: lists, and each one. */
function useForgetHubs() {
  const client = useQueryClient()
  return () => Promise.all(['hubs', 'hub', 'hub-to-edit'].map((what) => client.invalidateQueries({ queryKey: [what] })))
}

export function useAddHub() {
  const keys = useCreationKeys()
  const forget = useForgetHubs()
  return useMutation({
    mutationFn: (hub: NewHub) =>
      ok(api.POST('/api/hubs', { params: { header: { 'Idempotency-Key': keys.keyFor(hub) } }, body: hub })),
    onSuccess: () => {
      keys.done()
      return forget()
    },
  })
}

export function useChangeHub(hubId: string) {
  const forget = useForgetHubs()
  return useMutation({
    mutationFn: ({ hub, tag }: { hub: NewHub; tag: string }) =>
      ok(api.PUT('/api/hubs/{hubId}', { params: { path: { hubId }, header: { 'If-Match': tag } }, body: hub })),
    onSuccess: forget,
  })
}

export function useAddRoom(hubId: string) {
  const keys = useCreationKeys()
  const forget = useForgetHubs()
  return useMutation({
    mutationFn: (room: NewRoom) =>
      ok(
        api.POST('/api/hubs/{hubId}/rooms', {
          params: { path: { hubId }, header: { 'Idempotency-Key': keys.keyFor(room) } },
          body: room,
        }),
      ),
    onSuccess: () => {
      keys.done()
      return forget()
    },
  })
}

export function useRetireRoom(hubId: string) {
  const forget = useForgetHubs()
  return useMutation({
    mutationFn: (roomId: string) =>
      ok(api.DELETE('/api/hubs/{hubId}/rooms/{roomId}', { params: { path: { hubId, roomId } } })),
    onSuccess: forget,
  })
}

/** Which sessions a closure would touch; a question, so nothing is forgotten. */
export function useLookAtClosure(hubId: string) {
  return useMutation({
    mutationFn: (closure: NewClosure) =>
      ok(api.POST('/api/hubs/{hubId}/closures/preview', { params: { path: { hubId } }, body: closure })),
  })
}

export function useAddClosure(hubId: string) {
  const keys = useCreationKeys()
  const forget = useForgetHubs()
  return useMutation({
    mutationFn: (closure: NewClosure) =>
      ok(
        api.POST('/api/hubs/{hubId}/closures', {
          params: { path: { hubId }, header: { 'Idempotency-Key': keys.keyFor(closure) } },
          body: closure,
        }),
      ),
    onSuccess: () => {
      keys.done()
      return forget()
    },
  })
}

export function useRemoveClosure(hubId: string) {
  const forget = useForgetHubs()
  return useMutation({
    mutationFn: (closureId: string) =>
      ok(api.DELETE('/api/hubs/{hubId}/closures/{closureId}', { params: { path: { hubId, closureId } } })),
    onSuccess: forget,
  })
}
