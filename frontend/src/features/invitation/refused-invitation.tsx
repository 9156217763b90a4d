import { useTranslation } from 'react-i18next'
import { signInAddress } from '../../api/session'
import { ButtonLink } from '../../govuk/button'
import { Page } from '../../page/page'
import type { Reason } from './invitation-problem'

/** The page of an invitation that cannot be accepted. */
export function RefusedInvitation({ reason }: { reason: Reason }) {
  const { t } = useTranslation('invitation')
  return (
    <Page heading={t(`no.${reason}.heading`)} title={t('no.title')}>
      <p className="govuk-body">{t(`no.${reason}.body`)}</p>
      {(reason === 'used' || reason === 'member') && (
        <ButtonLink href={signInAddress('/')}>{t('joined.signIn')}</ButtonLink>
      )}
    </Page>
  )
}
