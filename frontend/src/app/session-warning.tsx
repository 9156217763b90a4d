import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/problem'
import { Button } from '../govuk/button'
import { problemText } from '../page/problem-text'
import { deviceTime } from '../text/clock'
import { useSessionEnd } from './session-end'

/** Warns before the session ends, and says when it has ended. */
export function SessionWarning({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation(['session', 'common'])
  const { end, stay } = useSessionEnd(signedIn)
  if (!end) return null
  if (end === 'ended') return <Ended />
  return (
    <AlertDialog
      heading={t('session:sessionEnd.heading')}
      action={t('session:sessionEnd.stay')}
      onAction={() => void stay()}
    >
      <Countdown at={end.at} />
    </AlertDialog>
  )
}

/** Says how to sign in again, and that nothing typed is lost. */
function Ended() {
  const { t } = useTranslation(['session', 'common'])
  const [dismissed, setDismissed] = useState(false)
  if (dismissed) return null
  return (
    <AlertDialog heading={t('session:sessionEnd.ended')} action={t('common:close')} onAction={() => setDismissed(true)}>
      <p className="govuk-body">{problemText(Problem.signedOut())}</p>
    </AlertDialog>
  )
}

/** The seconds that are left. They change every 15 seconds, and each second at last, so that they can be read aloud. */
function Countdown({ at }: { at: number }) {
  const { t } = useTranslation(['session', 'common'])
  const [now, setNow] = useState(deviceTime)
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceTime()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((at - now) / 1000))
  const count = seconds > 20 ? Math.ceil(seconds / 15) * 15 : seconds
  return (
    <p className="govuk-body" aria-live="polite">
      {t('session:sessionEnd.left', { count })}
    </p>
  )
}

interface AlertDialogProps {
  heading: string
  action: string
  onAction: () => void
  children: ReactNode
}

/** A question over the page, with one answer. Escape gives that answer too. The page keeps its focus for afterwards. */
function AlertDialog({ heading, action, onAction, children }: AlertDialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const own = dialog.current
    const before = document.activeElement
    own?.showModal()
    own?.querySelector('button')?.focus()
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
        onAction()
      }}
    >
      <h2 className="govuk-heading-m" id={`${id}-heading`}>
        {heading}
      </h2>
      <div id={`${id}-body`}>{children}</div>
      <Button type="button" onClick={onAction}>
        {action}
      </Button>
    </dialog>
  )
}
