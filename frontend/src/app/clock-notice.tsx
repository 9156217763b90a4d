import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { NotificationBanner } from '../govuk/notification-banner'
import { useNow } from '../page/now'
import { deviceClock } from '../text/clock'
import { dayAndTime } from '../text/dates'

/** Says that the clock of the device is wrong. The pages go by the time of the services all the same. */
export function ClockNotice() {
  const state = useSyncExternalStore(deviceClock.subscribe, deviceClock.get)
  return state === 'wrong' && <WrongClock />
}

function WrongClock() {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <NotificationBanner className="page__notice">
      <p className="govuk-notification-banner__heading">{t('clock.heading')}</p>
      <p className="govuk-body">{t('clock.body', { now: dayAndTime(now) })}</p>
    </NotificationBanner>
  )
}
