import { useLayoutEffect, useRef } from 'react'
import { useLocation, useMatches } from 'react-router'
import type { Handle } from '../page/journey'

const HAS_SOMETHING_TO_SAY = '.govuk-error-summary, .govuk-notification-banner--success'

/** After a change of page the focus is on its h1, or on what the page has to say first. */
export function useFocusOnNewPage(): void {
  const { pathname, search } = useLocation()
  const handle = useMatches().at(-1)?.handle as Handle | undefined
  const own = handle?.focusesItself
  const first = useRef(true)
  const page = pathname + search
  const before = useRef(page)
  // Before the person can type: later, the focus would leave the field that they have begun to fill in.
  useLayoutEffect(() => {
    if (first.current || before.current === page) {
      first.current = false
      return
    }
    before.current = page
    if (own || document.activeElement?.closest(HAS_SOMETHING_TO_SAY)) return
    document.querySelector('h1')?.focus({ preventScroll: true })
  }, [page, own])
}
