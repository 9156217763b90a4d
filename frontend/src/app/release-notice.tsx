import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useNavigation } from 'react-router'
import { browser } from '../api/browser'
import { pageState } from '../api/release'
import { Button } from '../govuk/button'
import { NotificationBanner } from '../govuk/notification-banner'

let shown = false

/** Whether a page is shown that may hold typed text. */
export function layoutShown(): boolean {
  return shown
}

/** Says that this page is from an older release, or that the next page could not be loaded. Keeps what is typed. */
export function ReleaseNotice() {
  const { t } = useTranslation()
  const state = useSyncExternalStore(pageState.subscribe, pageState.get)
  const navigation = useNavigation()
  const navigate = useNavigate()
  const here = useLocation()
  useEffect(() => {
    shown = true
    return () => {
      shown = false
    }
  }, [])
  const stuck = state !== 'current' && navigation.state === 'loading'
  useEffect(() => {
    // The page that was asked for will not come, so the navigation to it ends here.
    if (stuck) void navigate(here.pathname + here.search + here.hash, { replace: true, preventScrollReset: true })
  }, [stuck, navigate, here])
  if (state === 'current') return null
  return (
    <div role="alert">
      <NotificationBanner className="page__notice">
        <p className="govuk-notification-banner__heading">{t(`release.${state}.heading`)}</p>
        <p className="govuk-body">{t(`release.${state}.body`)}</p>
        {state === 'outdated' && (
          <Button type="button" onClick={() => browser.reload()}>
            {t('release.reload')}
          </Button>
        )}
      </NotificationBanner>
    </div>
  )
}
