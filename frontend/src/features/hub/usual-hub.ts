import type { QueryClient } from '@tanstack/react-query'
import { Problem } from '../../api/problem'
import type { Hub } from '../../api/types'
import { lastHub } from '../../page/device-preferences'
import { hubQuery, hubsQuery } from './queries'

/** The hub that was last looked at on this device, or the only hub; undefined where one has to be chosen. */
export async function usualHub(client: QueryClient): Promise<Hub | undefined> {
  const last = lastHub.get()
  if (last) {
    try {
      return await client.ensureQueryData(hubQuery(last))
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error
      lastHub.forget()
    }
  }
  const { items: hubs, total } = await client.fetchQuery(hubsQuery('', 0))
  return total === 1 ? hubs[0] : undefined
}
