import { useEffect, useRef, useState } from 'react'
import { draftPlace, dropDraft, keepDraft } from './draft'

/**
 * Keeps what is typed for a reload of the page and for Back to it. A draft that becomes undefined is dropped. Returns a
 * function for after the sending: it drops the draft, and nothing is kept any more.
 */
export function useKeptDraft(draft: object | undefined): () => void {
  const [place] = useState(draftPlace)
  const kept = useRef(false)
  const sent = useRef(false)
  // Compared by its text, because a page makes a new object at each rendering.
  const text = draft && JSON.stringify(draft)
  useEffect(() => {
    if (sent.current) return
    if (text !== undefined) void keepDraft(place, JSON.parse(text) as object)
    else if (kept.current) dropDraft()
    kept.current = text !== undefined
  }, [place, text])
  return () => {
    sent.current = true
    dropDraft()
  }
}
