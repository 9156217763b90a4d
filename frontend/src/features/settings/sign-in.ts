import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { QUERY } from '../../api/query-keys'
import type { NewSignInProvider } from '../../api/types'

/** How the council's own sign-in is connected, with its version. */
export const signInProviderQuery = () =>
  queryOptions({
    queryKey: [QUERY.ownSettings, 'sign-in'],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/settings/sign-in-provider', { signal })),
    staleTime: 0,
  })

export function useConnectSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, tag }: { body: NewSignInProvider; tag: string }) =>
      ok(api.PUT('/api/settings/sign-in-provider', { params: { header: { 'If-Match': tag } }, body })),
    onSuccess: () => client.removeQueries({ queryKey: [QUERY.ownSettings, 'sign-in'] }),
  })
}

/** Tries a connection, which need not be saved. */
export function useTestSignIn() {
  return useMutation({
    mutationFn: (body: NewSignInProvider) => ok(api.POST('/api/settings/sign-in-provider/test', { body })),
  })
}
