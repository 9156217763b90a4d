import { useCallback, useState } from 'react'

/** Watches the width of an element in pixels. Returns what to put on it as its ref, and the width, which is first a guess. */
export function useWidth(guess: number): [(element: Element | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(guess)
  const watch = useCallback((element: Element | null) => {
    if (element === null || !('ResizeObserver' in window)) return undefined
    const observer = new ResizeObserver(([entry]) => {
      // An element that is not shown has no width.
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [watch, width]
}
