import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { NewClosure, NewHub, NewRoom } from '../../api/types'
import { QUERY } from '../../api/query-keys'

/** The hubs on one page of the list, as the service cuts it. */
export const HUBS_PER_PAGE = 25

export const hubsQuery = (search: string, page: number) =>
  queryOptions({
    queryKey: [QUERY.hubs, search, page],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/hubs', {
          params: { query: { after: page * HUBS_PER_PAGE, ...(search ? { search } : {}) } },
          signal,
        }),
      ),
  })

export const hubQuery = (hubId: string) =>
  queryOptions({
    queryKey: [QUERY.hub, hubId],
    queryFn: ({ signal }) => ok(api.GET('/api/hubs/{hubId}', { params: { path: { hubId } }, signal })),
    staleTime: 60_000,
  })

/** The hub as it is now, with the tag that a change of it must carry. */
export const hubToEditQuery = (hubId: string) =>
  queryOptions({
    queryKey: [QUERY.hubToEdit, hubId],
    queryFn: async ({ signal }) => {
      const { body, tag } = await okWithTag(api.GET('/api/hubs/{hubId}', { params: { path: { hubId } }, signal }))
      return { hub: body, tag }
    },
    staleTime: 0,
  })

/** Forgets what is known of hubs: lists, and each one. */
export function useInvalidateHubs() {
  const client = useQueryClient()
  return () =>
    Promise.all([QUERY.hubs, QUERY.hub, QUERY.hubToEdit].map((what) => client.invalidateQueries({ queryKey: [what] })))
}

export function useAddHub() {
  const keys = useCreationKeys()
  const forget = useInvalidateHubs()
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
  const forget = useInvalidateHubs()
  return useMutation({
    mutationFn: ({ hub, tag }: { hub: NewHub; tag: string }) =>
      ok(api.PUT('/api/hubs/{hubId}', { params: { path: { hubId }, header: { 'If-Match': tag } }, body: hub })),
    onSuccess: forget,
  })
}

export function useAddRoom(hubId: string) {
  const keys = useCreationKeys()
  const forget = useInvalidateHubs()
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
  const forget = useInvalidateHubs()
  return useMutation({
    mutationFn: (roomId: string) =>
      ok(api.DELETE('/api/hubs/{hubId}/rooms/{roomId}', { params: { path: { hubId, roomId } } })),
    onSuccess: forget,
  })
}

/** The sessions that a closure would touch. It changes nothing, so no query is invalidated. */
export function usePreviewClosure(hubId: string) {
  return useMutation({
    mutationFn: (closure: NewClosure) =>
      ok(api.POST('/api/hubs/{hubId}/closures/preview', { params: { path: { hubId } }, body: closure })),
  })
}

export function useAddClosure(hubId: string) {
  const keys = useCreationKeys()
  const forget = useInvalidateHubs()
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
  const forget = useInvalidateHubs()
  return useMutation({
    mutationFn: (closureId: string) =>
      ok(api.DELETE('/api/hubs/{hubId}/closures/{closureId}', { params: { path: { hubId, closureId } } })),
    onSuccess: forget,
  })
}
