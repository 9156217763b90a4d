import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import type { NewBrand, NewContact, NewDataProtection, NewLabels, NewLanguages, NewName } from '../../api/types'

export const ownSettingsQuery = () =>
  queryOptions({
    queryKey: ['own-settings'],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/settings', { signal })),
    staleTime: 0,
  })

export const setUpQuery = () =>
  queryOptions({
    queryKey: ['set-up'],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/set-up', { signal })),
    staleTime: 0,
  })

/** How many hubs there are, and whether a session is to come at any. The other service knows; the page joins the two. */
export const placesQuery = () =>
  queryOptions({
    queryKey: ['set-up', 'places'],
    queryFn: async ({ signal }) => {
      const { hubs, total, sessionsToCome } = await ok(api.GET('/api/hubs', { signal }))
      return { hubs: total, onlyHub: total === 1 ? hubs[0]?.id : undefined, sessionsToCome }
    },
    staleTime: 0,
  })

export type Change =
  | { part: 'name'; body: NewName }
  | { part: 'contact'; body: NewContact }
  | { part: 'languages'; body: NewLanguages }
  | { part: 'data-protection'; body: NewDataProtection }
  | { part: 'assessment'; file: File | undefined }
  | { part: 'labels'; body: NewLabels }
  | { part: 'brand'; body: NewBrand }
  | { part: 'logo'; file: File | undefined }

/** A file: of what kind it is, the service sees by its bytes. */
const asItIs = (file: File | undefined) => ({
  headers: { 'Content-Type': 'application/octet-stream' },
  body: file as unknown as string,
  bodySerializer: (body: string) => body,
})

export function useChangeOwnSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, tag }: { change: Change; tag: string }) => {
      const params = { header: { 'If-Match': tag } }
      switch (change.part) {
        case 'name':
          return ok(api.PUT('/api/settings/name', { params, body: change.body }))
        case 'contact':
          return ok(api.PUT('/api/settings/contact', { params, body: change.body }))
        case 'languages':
          return ok(api.PUT('/api/settings/languages', { params, body: change.body }))
        case 'data-protection':
          return ok(api.PUT('/api/settings/data-protection', { params, body: change.body }))
        case 'assessment':
          return ok(api.PUT('/api/settings/assessment', { params, ...asItIs(change.file) }))
        case 'labels':
          return ok(api.PUT('/api/settings/labels', { params, body: change.body }))
        case 'brand':
          return ok(api.PUT('/api/settings/brand', { params, body: change.body }))
        case 'logo':
          return change.file
            ? ok(api.PUT('/api/settings/logo', { params, ...asItIs(change.file) }))
            : ok(api.DELETE('/api/settings/logo', { params }))
      }
    },
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['own-settings'] })
      client.removeQueries({ queryKey: ['set-up'] })
      await client.invalidateQueries({ queryKey: ['council'] })
    },
  })
}

export const triedBrandQuery = (colour: string) =>
  queryOptions({
    queryKey: ['tried-brand', colour],
    queryFn: ({ signal }) => ok(api.GET('/api/settings/brand', { params: { query: { colour } }, signal })),
    enabled: /^#[0-9a-f]{6}$/i.test(colour),
    staleTime: Infinity,
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
    onSuccess: () => client.removeQueries({ queryKey: ['set-up'] }),
  })
}

export const setUpOfQuery = (councilId: string) =>
  queryOptions({
    queryKey: ['councils', councilId, 'set-up'],
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
    onSettled: () => client.invalidateQueries({ queryKey: ['councils'] }),
  })
}
