import { useRef, type KeyboardEvent } from 'react'

/** Sends a form with Ctrl and Enter, or Command and Enter, from any of its controls. */
export function useSubmitKeys() {
  const form = useRef<HTMLFormElement>(null)
  return {
    ref: form,
    onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      form.current?.requestSubmit()
    },
  }
}
