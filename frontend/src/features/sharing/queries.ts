import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { NewSheetCorrection, SheetPreview } from '../../api/types'

export type Kind = SheetPreview['kind']

/** Whether the council shares, what is sealed next and what each year has used. */
export const sharingQuery = () =>
  queryOptions({
    queryKey: [QUERY.sheets, 'sharing'],
    queryFn: ({ signal }) => ok(api.GET('/api/sheet-sharing', { signal })),
    staleTime: 0,
  })

/** The sheets that have left the council, the latest period first. */
export const sealedSheetsQuery = () =>
  queryOptions({
    queryKey: [QUERY.sheets, 'sealed'],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(api.GET('/api/sheets', { params: { query: after ? { after } : {} }, signal })),
      ),
  })

/** The exact numbers behind the sheet that is sealed next. */
export const nextSheetQuery = (kind: Kind) =>
  queryOptions({
    queryKey: [QUERY.sheets, 'next', kind],
    queryFn: ({ signal }) => ok(api.GET('/api/sheets/next/{kind}', { params: { path: { kind } }, signal })),
    refetchOnWindowFocus: false,
  })

/** Turns sharing on or off. */
export function useChangeSharing() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ shares, version }: { shares: boolean; version: number }) =>
      ok(api.PUT('/api/sheet-sharing', { params: { header: { 'If-Match': `"${version}"` } }, body: { shares } })),
    // Also after a refusal: it may be because another lead has changed it.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.sheets] }),
  })
}

/** Asks for a sealed sheet to be counted again, once however often it is pressed. */
export function useCorrectSheet() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewSheetCorrection) =>
      ok(
        api.POST('/api/sheet-corrections', {
          params: { header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.sheets] }),
  })
}
