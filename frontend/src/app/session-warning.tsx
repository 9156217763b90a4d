import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/problem'
import { Button } from '../govuk/button'
import { AlertDialog } from '../page/alert-dialog'
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
      onEscape={() => void stay()}
      buttons={
        <Button type="button" onClick={() => void stay()}>
          {t('session:sessionEnd.stay')}
        </Button>
      }
    >
      <Countdown at={end.at} />
    </AlertDialog>
  )
}

/** Says how to sign in again, and that nothing typed is lost. */
function Ended() {
  const { t } = useTranslation(['session', 'common'])
  const [dismissed, setDismissed] = useState(false)
  const dismiss = () => setDismissed(true)
  if (dismissed) return null
  return (
    <AlertDialog
      heading={t('session:sessionEnd.ended')}
      onEscape={dismiss}
      buttons={
        <Button type="button" onClick={dismiss}>
          {t('common:close')}
        </Button>
      }
    >
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
