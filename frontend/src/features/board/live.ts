import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isForThisCouncil, leaveForOtherCouncil } from '../../api/session'
import type { Day } from '../../text/dates'
import { QUERY } from '../../api/query-keys'

/** How a board hears of what others do: as it happens; not at the moment; or no more, because it may not. */
export type Live = 'connecting' | 'live' | 'cut' | 'signed-out' | 'not-allowed'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000
/** The service says something every 15 seconds, if only that it is there. */
const SILENCE_MS = 40_000

/** The names of the events of a stream, one after the other; of anything that comes, `heard` is told. */
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
    let silence: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_WAIT_MS

    function again() {
      timer = setTimeout(() => void listen(), wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }

    /** The connection is dead, although neither side has closed it. */
    function silent() {
      abort.abort()
      setLive('cut')
      again()
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
        if (response.status === 401) return setLive('signed-out')
        if (response.status === 403) return setLive('not-allowed')
        if (!isForThisCouncil(response)) return leaveForOtherCouncil()
        if (!response.ok || !response.body) throw new Error(String(response.status))
        for await (const event of eventsOf(response.body, heard)) {
          if (event !== 'changed') continue
          wait = FIRST_WAIT_MS
          setLive('live')
          // The first comes at once: what happened during a cut is read then.
          void client.invalidateQueries({ queryKey: [QUERY.day, hubId, date] })
          void client.invalidateQueries({ queryKey: [QUERY.peopleToTell, hubId] })
          void client.invalidateQueries({ queryKey: [QUERY.toFinish, hubId] })
        }
      } catch {
        if (!signal.aborted) setLive('cut')
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
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearTimeout(timer)
      clearTimeout(silence)
      abort.abort()
    }
  }, [client, hubId, date])

  return live
}
