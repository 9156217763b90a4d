import { useEffect, useState, type ComponentType } from 'react'
import { useLocation } from 'react-router'
import { paths } from '../page/paths'

/** No session ends this soon after its page was loaded. */
const REST_MS = 10_000

/**
 * The parts of every page that nothing needs at first: the warning before the session ends, and the care for words that
 * are not sent. Their script is loaded once the page is at rest, and is no part of the first load. Where words are
 * written, they are loaded at once.
 */
export function LateParts({ signedIn }: { signedIn: boolean }) {
  const [loaded, setLoaded] = useState<{ PartsAtRest: ComponentType<{ signedIn: boolean }> }>()
  const writes = useLocation().pathname.startsWith(paths.conversations)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const load = (after: number) => {
      timer = setTimeout(() => void import('./parts-at-rest').then(setLoaded, () => load(REST_MS)), after)
    }
    load(writes ? 0 : REST_MS)
    return () => clearTimeout(timer)
  }, [writes])
  return loaded && <loaded.PartsAtRest signedIn={signedIn} />
}
