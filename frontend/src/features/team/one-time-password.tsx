import { useTranslation } from 'react-i18next'
import { NotificationBanner } from '../../govuk/notification-banner'

export interface NewAccount {
  name: string
  email?: string | undefined
  /** Not there if the person could sign in already. */
  password?: string | undefined
}

/** The sign-in details of a new member. They are never shown again. */
export function OneTimePassword({ heading, account }: { heading: string; account: NewAccount }) {
  const { t } = useTranslation('council')
  return (
    <NotificationBanner success>
      <p className="govuk-notification-banner__heading">{heading}</p>
      {account.password ? (
        <>
          <p className="govuk-body">{t('password.give', { name: account.name, email: account.email })}</p>
          <p className="govuk-body">
            <code className="password">{account.password}</code>
          </p>
          <p className="govuk-body">{t('password.once')}</p>
        </>
      ) : (
        <p className="govuk-body">{t('password.notNeeded', { name: account.name })}</p>
      )}
    </NotificationBanner>
  )
}
