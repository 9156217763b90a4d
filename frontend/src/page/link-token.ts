import { useEffect } from 'react'

/**
 * The token of a mailed link, which follows the #. Taken before anything else, so that it is in no history of this
 * browser and in nothing that is sent.
 */
export function tokenOfThisPage(): string {
  const token = window.location.hash.slice(1)
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname)
  return token
}

/** Loads the page again for another link. A link opened in the tab of its page changes only what follows the #. */
export function useReloadForAnotherLink(): void {
  useEffect(() => {
    const reload = () => window.location.reload()
    window.addEventListener('hashchange', reload)
    return () => window.removeEventListener('hashchange', reload)
  }, [])
}
