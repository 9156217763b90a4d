import { useTranslation } from 'react-i18next'
import { NotificationBanner } from '../../govuk/notification-banner'

export interface NewAccount {
  name: string
  email: string
  /** True if the mail brings a one-time password. False for a person who has a password already. */
  oneTimePasswordMailed: boolean
}

/** How a new member gets to sign in, and what to do if the mail does not come. No page shows the password. */
export function MailSent({ heading, account }: { heading: string; account: NewAccount }) {
  const { t } = useTranslation('council')
  const { name, email, oneTimePasswordMailed } = account
  return (
    <NotificationBanner success>
      <p className="govuk-notification-banner__heading">{heading}</p>
      <p className="govuk-body breaks">
        {t(oneTimePasswordMailed ? 'password.mailed' : 'password.known', { name, email })}
      </p>
      <p className="govuk-body">{t('password.ifNotThere', { name })}</p>
    </NotificationBanner>
  )
}
