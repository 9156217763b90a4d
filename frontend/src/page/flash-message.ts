import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/**
 * The result of an action that one page shows on the next, once. It is in memory only, so that it is not in the browser's
 * history, and is gone when that page is left or loaded again.
 */
let told: { to: string; what: unknown } | undefined

export function flashOnNextPage(path: string, what: unknown): void {
  told = { to: path, what }
}

export function useFlashMessage<T>(): T | undefined {
  const { pathname } = useLocation()
  const [what] = useState(() => (told?.to === pathname ? (told.what as T) : undefined))
  useEffect(
    () => () => {
      if (told?.to === pathname) told = undefined
    },
    [pathname],
  )
  return what
}
