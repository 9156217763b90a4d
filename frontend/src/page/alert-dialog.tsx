import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

interface AlertDialogProps {
  heading: string
  /** Escape was pressed. */
  onEscape: () => void
  /** The buttons. The first takes the focus. */
  buttons: ReactNode
  children: ReactNode
}

/** A question over the page. The page has its focus back afterwards. */
export function AlertDialog({ heading, onEscape, buttons, children }: AlertDialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const own = dialog.current
    const before = document.activeElement
    own?.showModal()
    own?.querySelector<HTMLElement>('.dialog__buttons > *')?.focus()
    return () => {
      own?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      role="alertdialog"
      aria-labelledby={`${id}-heading`}
      aria-describedby={`${id}-body`}
      // Otherwise the letters of the board would act behind it.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault()
        onEscape()
      }}
    >
      <h2 className="govuk-heading-m" id={`${id}-heading`}>
        {heading}
      </h2>
      <div id={`${id}-body`}>{children}</div>
      <div className="dialog__buttons">{buttons}</div>
    </dialog>
  )
}
