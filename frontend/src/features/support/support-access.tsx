import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SupportList } from './support-list'
import { supportQuery } from './queries'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { Loading } from '../../page/loading'
import { unreadable } from '../../page/problem-text'
import { dayAndTime } from '../../text/dates'

/** A notice while an operator can work in this council, or waits for a decision. */
export function SupportBanner() {
  const { t } = useTranslation('support')
  const grants = useQuery(supportQuery()).data ?? []
  return (
    <>
      {grants
        .filter(({ status }) => status === 'approved' || status === 'asked')
        .map(({ id, status, askedByName, endsAt, residents }) => (
          <NotificationBanner key={id}>
            <p className="govuk-notification-banner__heading">
              {status === 'asked'
                ? t('banner.asked', { name: askedByName })
                : t(residents ? 'banner.activeWithResidents' : 'banner.active', {
                    name: askedByName,
                    until: dayAndTime(endsAt ?? ''),
                  })}
            </p>
          </NotificationBanner>
        ))}
    </>
  )
}

/** The council's support access: a card with all requests, or why they cannot be shown. */
export function SupportAccess() {
  const { t } = useTranslation('support')
  const grants = useQuery(supportQuery())
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('heading')}</h2>
      <p className="govuk-body">{t('intro')}</p>
      {grants.isError && <InsetText role="alert">{unreadable(grants.error, t('unavailable'))}</InsetText>}
      {grants.isLoading && <Loading />}
      {grants.data && <SupportList grants={grants.data} />}
    </section>
  )
}
