import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../api/queries'
import { councilLeft } from '../api/session'
import { NotificationBanner } from '../govuk/notification-banner'
import { PhaseBanner } from '../govuk/phase-banner'

/** Says what is special about the council: a demonstration, not live yet, or another than the page before. */
export function CouncilNotices({ here }: { here: string | null }) {
  const { t } = useTranslation()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const [left] = useState(councilLeft)
  return (
    <>
      {council?.demonstration && (
        <section aria-label={t('demonstration.tag')}>
          <PhaseBanner tag={{ text: t('demonstration.tag') }} className="demonstration">
            {t('demonstration.words')}
          </PhaseBanner>
        </section>
      )}
      {council?.status === 'setting-up' && (
        <section aria-label={t('settingUp.tag')}>
          <PhaseBanner tag={{ text: t('settingUp.tag') }}>{t('settingUp.words')}</PhaseBanner>
        </section>
      )}
      {left !== null && here && (
        <NotificationBanner className="page__notice">
          <p className="govuk-notification-banner__heading">{t('councilChanged.heading', { here })}</p>
          {left && <p className="govuk-body">{t('councilChanged.body', { left, here })}</p>}
        </NotificationBanner>
      )}
    </>
  )
}
