import { useEffect, useRef, useState } from 'react'
import { useLoaderData, useLocation } from 'react-router'
import { draftPlace, dropDraft, keepDraft } from './draft'

/**
 * Keeps what is typed for a reload of the page and for Back to it. A draft that becomes undefined is dropped. Returns a
 * function for after the sending: it drops the draft, and nothing is kept any more.
 */
export function useKeptDraft(draft: object | undefined): () => void {
  // A page stays when its address changes, as the panel of a booking does for another place.
  const { key } = useLocation()
  const kept = useRef(false)
  const sent = useRef(false)
  // Compared by its text, because a page makes a new object at each rendering.
  const text = draft && JSON.stringify(draft)
  useEffect(() => {
    if (sent.current) return
    if (text !== undefined) void keepDraft(draftPlace(), JSON.parse(text) as object)
    else if (kept.current) dropDraft()
    kept.current = text !== undefined
  }, [key, text])
  return () => {
    sent.current = true
    dropDraft()
  }
}

/** The drafts of the forms of one page by their names. A page has one draft, so they are kept together. */
const forms = new Map<string, object>()

/** Keeps what is typed into one of several forms of a page, as `useKeptDraft` does for a page with one form. */
export function useKeptForm(name: string, draft: object | undefined): () => void {
  const [place] = useState(draftPlace)
  const kept = useRef(false)
  const sent = useRef(false)
  const text = draft && JSON.stringify(draft)
  useEffect(() => {
    if (sent.current) return
    if (text !== undefined) forms.set(name, JSON.parse(text) as object)
    if (text !== undefined || kept.current) keepForms(place)
    kept.current = text !== undefined
    // The form is gone or has changed. What the browser keeps of it stays, for Back.
    return () => void forms.delete(name)
  }, [name, place, text])
  return () => {
    sent.current = true
    forms.delete(name)
    keepForms(place)
  }
}

function keepForms(place: string): void {
  if (forms.size > 0) void keepDraft(place, Object.fromEntries(forms))
  else dropDraft()
}

/** The draft of one of several forms of a page, if the loader of the page gives what was kept. */
export function useFormDraft<Draft extends object>(name: string): Draft | undefined {
  const drafts = useLoaderData<Record<string, Draft> | null | undefined>()
  return drafts?.[name]
}

/**
 * The form of a row that is open, by the part of its name after the row's. The one that was open before a reload opens
 * again.
 */
export function useOpenForm<Form extends string>(row: string, forms: readonly Form[]) {
  const drafts = useLoaderData<Record<string, object> | null | undefined>()
  return useState(() => forms.find((form) => drafts?.[`${row}-${form}`]))
}
