import { useEffect } from 'react'
import { useNavigation } from 'react-router'
import { browser } from '../api/browser'
import { renewalDue } from '../api/session'

/**
 * Loads the next page as a whole when the council's own sign-in should be asked again, which it usually answers without a
 * question. The page that is open stays as it is, with the words on it.
 */
export function useRenewal(): void {
  const { location } = useNavigation()
  useEffect(() => {
    if (location && renewalDue()) browser.go(location.pathname + location.search + location.hash)
  }, [location])
}
