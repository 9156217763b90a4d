import { Trans, useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { signInAddress } from '../../api/session'
import { InsetText } from '../../govuk/inset-text'
import { Link } from '../../page/link'
import { problemText } from '../../page/problem-text'
import { timeAt } from '../../text/dates'
import type { Live } from './live'

/** Says that the board does not receive the changes that other people make, and why. */
export function LiveNotice({ live: { state: live, since }, panel }: { live: Live; panel: boolean }) {
  const { t } = useTranslation('board')
  if (live === 'connecting' || live === 'live') return null
  if (live === 'cut') return <InsetText role="status">{t('live.cut')}</InsetText>
  if (live === 'offline') return <InsetText role="status">{t('live.offline', { time: timeAt(since) })}</InsetText>
  if (live === 'not-allowed') return <InsetText role="alert">{t('live.not-allowed')}</InsetText>
  // What is typed in the panel would be lost on the way to sign-in and back.
  if (panel) return <InsetText role="alert">{problemText(Problem.signedOut())}</InsetText>
  return (
    <InsetText role="alert">
      <Trans
        t={t}
        i18nKey="live.signed-out"
        components={{ signIn: <Link href={signInAddress(window.location.pathname)} /> }}
      />
    </InsetText>
  )
}
