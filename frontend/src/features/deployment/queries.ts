import { queryOptions } from '@tanstack/react-query'
import { api, ok, send } from '../../api/client'
import { Problem } from '../../api/problem'
import { QUERY } from '../../api/query-keys'

/** The state of the gateway. The gateway has no OpenAPI file, so its answer is described here. */
export interface GatewayState {
  version?: string
  /** The used part of Redis's memory, from 0 to 1. Absent if Redis does not say. */
  redisMemory?: number
  /** The certificates that browsers meet. A number of days is absent if the gateway does not reach the address. */
  certificates: { host: string; daysLeft?: number }[]
}

export const gatewayQuery = () =>
  queryOptions({
    queryKey: [QUERY.deployment, 'gateway'],
    queryFn: async ({ signal }) => {
      const address = new URL('/session/deployment', window.location.origin)
      const response = await send(new Request(address, { headers: { Accept: 'application/json' }, signal }))
      if (!response.ok) throw await Problem.from(response)
      return (await response.json()) as GatewayState
    },
  })

export const servicesQuery = () =>
  queryOptions({
    queryKey: [QUERY.deployment, 'services'],
    queryFn: ({ signal }) => ok(api.GET('/api/deployment', { signal })),
  })
