import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { belongsHere, leaveForOtherCouncil } from '../../api/session'
import type { Day } from '../../text/dates'

/** How a board hears of what others do: as it happens; not at the moment; or no more, because it may not. */
export type Live = 'connecting' | 'live' | 'cut' | 'signed-out' | 'not-allowed'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/** The names of the events of a stream, one after the other. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('event:')) yield line.slice('event:'.length).trim()
  }
}

/**
 * Reads a day again whenever it has changed. The stream is read by fetch and not by EventSource, which does not tell a
 * session that has ended from a cut. Only a page that is looked at has one: a browser keeps six to a server.
 */
export function useLiveDay(hubId: string, date: Day): Live {
  const client = useQueryClient()
  const [live, setLive] = useState<Live>('connecting')

  useEffect(() => {
    let abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_WAIT_MS

    async function listen(): Promise<void> {
      abort = new AbortController()
      const { signal } = abort
      try {
        const response = await fetch(new URL(`/api/hubs/${hubId}/days/${date}/events`, window.location.origin), {
          headers: { Accept: 'text/event-stream, application/problem+json' },
          signal,
        })
        if (response.status === 401) return setLive('signed-out')
        if (response.status === 403) return setLive('not-allowed')
        if (!belongsHere(response)) return leaveForOtherCouncil()
        if (!response.ok || !response.body) throw new Error(String(response.status))
        for await (const event of eventsOf(response.body)) {
          if (event !== 'changed') continue
          wait = FIRST_WAIT_MS
          setLive('live')
          // The first comes at once: what happened during a cut is read then.
          void client.invalidateQueries({ queryKey: ['day', hubId, date] })
        }
      } catch {
        if (!signal.aborted) setLive('cut')
      }
      if (signal.aborted) return
      timer = setTimeout(() => void listen(), wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }

    function look() {
      clearTimeout(timer)
      abort.abort()
      if (document.visibilityState === 'visible') void listen()
    }

    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearTimeout(timer)
      abort.abort()
    }
  }, [client, hubId, date])

  return live
}
