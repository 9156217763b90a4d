import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import type { NewBrand, NewContact, NewDataProtection, NewLabels, NewLanguages, NewName } from '../../api/types'
import { QUERY } from '../../api/query-keys'

export const ownSettingsQuery = () =>
  queryOptions({
    queryKey: [QUERY.ownSettings],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/settings', { signal })),
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
      client.removeQueries({ queryKey: [QUERY.ownSettings] })
      client.removeQueries({ queryKey: [QUERY.setup] })
      await client.invalidateQueries({ queryKey: [QUERY.council] })
    },
  })
}

export const brandPreviewQuery = (colour: string) =>
  queryOptions({
    queryKey: [QUERY.brandPreview, colour],
    queryFn: ({ signal }) => ok(api.POST('/api/settings/brand/preview', { body: { colour }, signal })),
    enabled: /^#[0-9a-f]{6}$/i.test(colour),
    staleTime: Infinity,
  })
