import { useSuspenseQuery } from '@tanstack/react-query'
import { Problem } from '../../api/problem'
import { inServiceTime } from '../../text/clock'
import type { Day as CalendarDay } from '../../text/dates'
import { useLiveDay, type Live } from './live'
import { dayQuery } from './queries'

const ASK_AGAIN_MS = 20_000

/** Reads the day again every 20 seconds while no event stream is open, until it is no longer allowed. */
export function useDay(hubId: string, date: CalendarDay) {
  const live = useLiveDay(hubId, date)
  const asking = ['cut', 'offline', 'connecting'].includes(live.state) ? ASK_AGAIN_MS : false
  const query = useSuspenseQuery({ ...dayQuery(hubId, date), refetchInterval: asking })
  const signedOut = query.error instanceof Problem && query.error.status === 401
  const connection: Live = signedOut ? { ...live, state: 'signed-out' } : live
  return {
    day: query.data,
    connection,
    staleSince: query.isError && connection.state !== 'signed-out' ? inServiceTime(query.dataUpdatedAt) : undefined,
  } as const
}
