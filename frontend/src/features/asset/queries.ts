import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { AssetDetails } from '../../api/types'
import { csv } from '../file-import/csv'

/** The fewest letters for which a search finds anything. */
export const LEAST_LETTERS = 2

/** The assets that match what was typed, or all of them by name; those that were taken off the list apart. */
export const assetsQuery = (search: string, active: boolean) =>
  infiniteQueryOptions({
    queryKey: [QUERY.assets, search, active],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/assets', {
          params: { query: { active, ...(search && { search }), ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })

/** The asset as it is now, with the tag that a change of it must carry. */
export const assetToEditQuery = (assetId: string) =>
  queryOptions({
    queryKey: [QUERY.asset, assetId],
    queryFn: async ({ signal }) => {
      const { body, tag } = await okWithTag(api.GET('/api/assets/{assetId}', { params: { path: { assetId } }, signal }))
      return { asset: body, tag }
    },
    staleTime: 0,
  })

/** The hubs from which one that is near is chosen. */
export const hubNamesQuery = () =>
  queryOptions({
    queryKey: [QUERY.hubs, 'names'],
    queryFn: ({ signal }) =>
      everyPage((after: number | undefined) =>
        ok(api.GET('/api/hubs', { params: { query: after ? { after } : {} }, signal })),
      ),
    staleTime: 60_000,
  })

/** Forgets what is known of assets: lists, and each one. */
function useInvalidateAssets() {
  const client = useQueryClient()
  return () => Promise.all([QUERY.assets, QUERY.asset].map((what) => client.invalidateQueries({ queryKey: [what] })))
}

export function useAddAsset() {
  const keys = useCreationKeys()
  const forget = useInvalidateAssets()
  return useMutation({
    mutationFn: (body: AssetDetails) =>
      ok(api.POST('/api/assets', { params: { header: { 'Idempotency-Key': keys.keyFor(body) } }, body })),
    onSuccess: () => {
      keys.done()
      return forget()
    },
  })
}

/** Changes an asset, takes it off the list, or puts it back. */
export function useChangeAsset(assetId: string) {
  const forget = useInvalidateAssets()
  return useMutation({
    mutationFn: ({ tag, ...body }: { details: AssetDetails; active: boolean; tag: string }) =>
      ok(api.PUT('/api/assets/{assetId}', { params: { path: { assetId }, header: { 'If-Match': tag } }, body })),
    onSuccess: forget,
  })
}

/** Finds out what importing the file would do. */
export function usePreviewAssets() {
  return useMutation({
    mutationFn: (file: File) => ok(api.POST('/api/assets/import/preview', csv(file))),
  })
}

/** Imports the file. The same file twice changes nothing. */
export function useImportAssets() {
  const forget = useInvalidateAssets()
  return useMutation({
    mutationFn: (file: File) => ok(api.POST('/api/assets/import', csv(file))),
    onSuccess: forget,
  })
}
