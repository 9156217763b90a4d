import { useTranslation } from 'react-i18next'
import { NotificationBanner } from '../../govuk/notification-banner'
import { paths } from '../../page/paths'

/** A notice on the board of a hub while people must be told that their booking has changed. */
export function PeopleToTellNotice({ hubId, count }: { hubId: string; count: number }) {
  const { t } = useTranslation('people-to-tell')
  if (count === 0) return null
  return (
    <NotificationBanner className="page__notice">
      <p className="govuk-notification-banner__heading">
        {t('notice', { count })}{' '}
        <a className="govuk-notification-banner__link" href={paths.peopleToTell(hubId)}>
          {t('noticeLink')}
        </a>
      </p>
    </NotificationBanner>
  )
}
