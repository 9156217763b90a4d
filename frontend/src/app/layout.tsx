import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { councilQuery, sessionQuery } from '../api/queries'
import { SkipLink } from '../govuk/skip-link'
import { Loading } from '../page/loading'
import { ClockNotice } from './clock-notice'
import { CouncilNotices } from './council-notices'
import { useFocusOnNewPage } from './focus'
import { Footer } from './footer'
import { useInternalLinks } from './internal-links'
import { LateParts } from './late-parts'
import { Masthead } from './masthead'
import { Navigation } from './navigation'
import { ReleaseNotice } from './release-notice'
import { useRenewal } from './renewal'

/** The frame of every page. It shows what is known, even around an error and before sign-in. */
export function Layout() {
  const { t } = useTranslation()
  useRenewal()
  const { data: session } = useQuery({ ...sessionQuery(), enabled: false })
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const navigation = useNavigation()
  useInternalLinks()
  useFocusOnNewPage()
  const here = session?.acting?.kind === 'council' ? (council?.name ?? session.acting.name) : null
  return (
    <>
      <SkipLink href="#content">{t('skip')}</SkipLink>
      <Masthead session={session} />
      <Navigation session={session} />
      <Loading busy={navigation.state !== 'idle'} />
      <div className="page">
        <div className="govuk-width-container">
          <CouncilNotices here={here} />
          <ClockNotice />
          <ReleaseNotice />
          <Outlet />
        </div>
      </div>
      <Footer here={here} />
      <LateParts signedIn={session !== undefined} />
      <ScrollRestoration />
    </>
  )
}
