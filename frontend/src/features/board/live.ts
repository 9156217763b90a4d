import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isForThisCouncil, leaveForOtherCouncil } from '../../api/session'
import { serviceTime } from '../../text/clock'
import type { Day } from '../../text/dates'
import { QUERY } from '../../api/query-keys'

/**
 * How a board receives what others do: as it happens; not at the moment, and since when; or no more, because it may not.
 * Offline is what the browser says of itself.
 */
export type LiveState = 'connecting' | 'live' | 'cut' | 'offline' | 'signed-out' | 'not-allowed'

export interface Live {
  state: LiveState
  since: Date
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000
/** The service sends a heartbeat every 3 seconds. A board notices within 10 seconds that none arrives. */
const SILENCE_MS = 9_000

/** The names of the events of a stream, one after the other; `heard` is called for all that arrives. */
async function* eventsOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    heard()
    const lines = (rest + value).split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('event:')) yield line.slice('event:'.length).trim()
  }
}

const LOST: LiveState[] = ['cut', 'offline']

/** Since when a state is true. A connection that was lost in one way is still the same loss in the other. */
function since(before: Live, state: LiveState): Date {
  return LOST.includes(before.state) && LOST.includes(state) ? before.since : serviceTime()
}

/**
 * Reads a day again whenever it has changed. The stream is read by fetch and not by EventSource, which does not tell a
 * session that has ended from a cut. Only a page that is looked at has one: a browser keeps six to a server.
 */
export function useLiveDay(hubId: string, date: Day): Live {
  const client = useQueryClient()
  const [live, setLive] = useState<Live>(() => ({ state: 'connecting', since: serviceTime() }))

  useEffect(() => {
    let abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let silence: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_WAIT_MS

    function become(state: LiveState) {
      setLive((before) => (before.state === state ? before : { state, since: since(before, state) }))
    }

    /** The connection has gone, as far as this side knows. */
    function lost() {
      become(navigator.onLine ? 'cut' : 'offline')
    }

    function again() {
      timer = setTimeout(() => void listen(), wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }

    /** The connection is dead, although neither side has closed it. */
    function silent() {
      abort.abort()
      lost()
      again()
    }

    /** The browser has lost or found its network, which it says at once. */
    function network() {
      clearTimeout(timer)
      clearTimeout(silence)
      abort.abort()
      wait = FIRST_WAIT_MS
      if (!navigator.onLine) lost()
      if (document.visibilityState === 'visible') again()
    }

    async function listen(): Promise<void> {
      abort = new AbortController()
      const { signal } = abort
      const heard = () => {
        if (signal.aborted) return
        clearTimeout(silence)
        silence = setTimeout(silent, SILENCE_MS)
      }
      heard()
      try {
        const response = await fetch(new URL(`/api/hubs/${hubId}/days/${date}/events`, window.location.origin), {
          headers: { Accept: 'text/event-stream, application/problem+json' },
          signal,
        })
        if (response.status === 401) return become('signed-out')
        if (response.status === 403) return become('not-allowed')
        if (!isForThisCouncil(response)) return leaveForOtherCouncil()
        if (!response.ok || !response.body) throw new Error(String(response.status))
        for await (const event of eventsOf(response.body, heard)) {
          if (event !== 'changed') continue
          wait = FIRST_WAIT_MS
          become('live')
          // The first comes at once: what happened during a cut is read then.
          void client.invalidateQueries({ queryKey: [QUERY.day, hubId, date] })
          void client.invalidateQueries({ queryKey: [QUERY.peopleToTell, hubId] })
          void client.invalidateQueries({ queryKey: [QUERY.toFinish, hubId] })
        }
      } catch {
        if (!signal.aborted) lost()
      } finally {
        if (!signal.aborted) clearTimeout(silence)
      }
      if (!signal.aborted) again()
    }

    function look() {
      clearTimeout(timer)
      clearTimeout(silence)
      abort.abort()
      if (document.visibilityState === 'visible') void listen()
    }

    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('offline', network)
    window.addEventListener('online', network)
    return () => {
      window.removeEventListener('offline', network)
      window.removeEventListener('online', network)
      document.removeEventListener('visibilitychange', look)
      clearTimeout(timer)
      clearTimeout(silence)
      abort.abort()
    }
  }, [client, hubId, date])

  return live
}
