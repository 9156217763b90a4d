import { useEffect, useState, type ComponentType } from 'react'

/** No session ends this soon after its page was loaded. */
const REST_MS = 10_000

/** The warning before the session ends. Its script is loaded once the page is at rest, and is no part of the first load. */
export function LateSessionWarning({ signedIn }: { signedIn: boolean }) {
  const [loaded, setLoaded] = useState<{ SessionWarning: ComponentType<{ signedIn: boolean }> }>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const load = () => {
      timer = setTimeout(() => void import('./session-warning').then(setLoaded, load), REST_MS)
    }
    load()
    return () => clearTimeout(timer)
  }, [])
  return loaded && <loaded.SessionWarning signedIn={signedIn} />
}
