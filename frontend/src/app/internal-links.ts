import { useLayoutEffect } from 'react'
import { useNavigate } from 'react-router'

// Answered by the gateway or by a public page of a service; not by a page of ours.
const GATEWAY = /^\/(api|open|oauth2|login|session|sign-out|signed-out|gateway)(\/|$|\?)/

/** Follows plain links to our own pages without loading the document again. */
export function useInternalLinks(): void {
  const navigate = useNavigate()
  // A layout effect, so that the first link on the page is followed already.
  useLayoutEffect(() => {
    function follow(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || link.origin !== window.location.origin || link.target || link.hasAttribute('download')) return
      const path = link.pathname + link.search
      const sameDocument = link.hash && path === window.location.pathname + window.location.search
      if (sameDocument || GATEWAY.test(link.pathname)) return
      event.preventDefault()
      void navigate(path + link.hash)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}
