import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, send } from '../../api/client'
import { Problem } from '../../api/problem'
import { QUERY } from '../../api/query-keys'

/** A browser in which the person is signed in. The gateway has no OpenAPI file, so its answers are described here. */
export interface SignIn {
  id: string
  browser: string
  system: string
  signedInAt: string
  lastUsedAt: string
  current: boolean
}

export interface Ended {
  ended: number
  /** The sign-in service did not answer, so a browser may get in again without a password. */
  unfinished: boolean
}

/** The person's own passkeys. They belong to the account, and are read in the council for which the person works. */
export const passkeysQuery = () =>
  queryOptions({
    queryKey: [QUERY.passkeys],
    queryFn: async ({ signal }) => (await ok(api.GET('/api/passkeys', { signal }))).items,
    staleTime: 0,
  })

const ADDRESS = '/session/sign-ins'

async function ask<T>(method: string, path: string, signal: AbortSignal | null = null): Promise<T> {
  const headers = { Accept: 'application/json' }
  const response = await send(new Request(new URL(path, window.location.origin), { method, headers, signal }))
  if (!response.ok) throw await Problem.from(response)
  return (await response.json()) as T
}

export const signInsQuery = () =>
  queryOptions({
    queryKey: [QUERY.signIns],
    queryFn: async ({ signal }) => (await ask<{ items: SignIn[] }>('GET', ADDRESS, signal)).items,
  })

/** Ends one of the other sign-ins, or all of them. The list is read again in any case: it may have changed elsewhere. */
export function useEndSignIns() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (which: SignIn | 'others') =>
      which === 'others'
        ? ask<Ended>('POST', `${ADDRESS}/end-others`)
        : ask<Ended>('DELETE', `${ADDRESS}/${encodeURIComponent(which.id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.signIns] }),
  })
}
