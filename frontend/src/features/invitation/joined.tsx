import { useTranslation } from 'react-i18next'
import { signInAddress } from '../../api/session'
import type { Joined as JoinedCouncil } from '../../api/types'
import { ButtonLink } from '../../govuk/button'
import { Panel } from '../../govuk/panel'
import { usePageTitle } from '../../page/title'

/** The page after an invitation was accepted: how to sign in for the first time. */
export function Joined({ joined, email }: { joined: JoinedCouncil; email: string }) {
  const { t } = useTranslation('invitation')
  const heading = t('joined.heading', { council: joined.council })
  usePageTitle(heading)
  return (
    <main className="govuk-main-wrapper column" id="content">
      <Panel title={heading} />
      {joined.oneTimePasswordMailed ? (
        <>
          <h2 className="govuk-heading-m">{t('joined.mailed')}</h2>
          <p className="govuk-body breaks">{t('joined.mailedBody', { email })}</p>
          <p className="govuk-body">{t('joined.ifNotThere')}</p>
        </>
      ) : (
        <p className="govuk-body">{t('joined.known', { email })}</p>
      )}
      <ButtonLink href={signInAddress('/')}>{t('joined.signIn')}</ButtonLink>
    </main>
  )
}
