import { useCallback, useEffect, useRef, useState } from 'react'
import { secondsLeft, staySignedIn } from '../api/session-time'
import { deviceTime } from '../text/clock'

const WARNED_SECONDS = 120
/** How soon the page asks first. Its own requests have just used the session. */
const FIRST_MS = 60_000
/** How often it asks while it warns, or while the gateway cannot be reached: another tab may have used the session. */
const SOON_MS = 5_000

/** The end of the session: a time of the device, or that it has ended. */
export type SessionEnd = { at: number } | 'ended' | undefined

/**
 * Warns two minutes before the session ends because no one uses it. It asks the gateway, which does not extend the
 * session for the question, so every tab warns, and stops once the session is used in one of them.
 */
export function useSessionEnd(signedIn: boolean) {
  const [end, setEnd] = useState<SessionEnd>()
  const look = useRef(() => Promise.resolve())

  useEffect(() => {
    if (!signedIn) return
    let timer: ReturnType<typeof setTimeout>
    let asked = 0

    function again(after: number) {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), after)
    }

    async function ask() {
      const nth = ++asked
      const seconds = await secondsLeft()
      if (nth !== asked) return
      if (seconds === undefined) return again(SOON_MS)
      const warned = seconds <= WARNED_SECONDS
      setEnd(seconds === 0 ? 'ended' : warned ? { at: deviceTime() + seconds * 1000 } : undefined)
      again(warned ? SOON_MS : (seconds - WARNED_SECONDS) * 1000)
    }

    function seen() {
      // A device that slept, or a hidden tab, has late timers.
      if (document.visibilityState === 'visible') void ask()
    }

    look.current = ask
    again(FIRST_MS)
    document.addEventListener('visibilitychange', seen)
    return () => {
      asked++
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [signedIn])

  const stay = useCallback(async () => {
    await staySignedIn()
    await look.current()
  }, [])
  return { end, stay }
}
