import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration, useMatches, useNavigation } from 'react-router'
import { councilQuery, sessionQuery } from '../api/queries'
import { councilLeft, type Session } from '../api/session'
import { NotificationBanner } from '../govuk/notification-banner'
import { PhaseBanner } from '../govuk/phase-banner'
import { ServiceNavigation } from '../govuk/service-navigation'
import { SkipLink } from '../govuk/skip-link'
import { useMay } from '../page/authorities'
import type { Handle } from '../page/journey'
import { Loading } from '../page/loading'
import { ClockNotice } from './clock-notice'
import { useFocusOnNewPage } from './focus'
import { ReleaseNotice } from './release-notice'
import { useInternalLinks } from './internal-links'
import { Mark } from './mark'
import { paths } from '../page/paths'

function Masthead({ session }: { session: Session | undefined }) {
  const { t } = useTranslation()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const acting = session?.acting
  const place = acting?.kind === 'council' ? (council?.name ?? acting.name) : acting && t('masthead.operator')
  const choices = (session?.choices.length ?? 0) + (session?.operator ? 1 : 0)
  return (
    <header className="mast">
      <div className="govuk-width-container mast__in">
        <a className="mast__product" href={paths.home}>
          <Mark />
          {t('product')}
        </a>
        {place && (
          <span className="mast__council">
            {acting?.kind === 'council' && council?.logo && (
              <span
                className="logo-plate logo-plate--small"
                style={{ backgroundColor: council.brand.logoBackground ?? '#FFFFFF' }}
              >
                <img src={`/api/council/logo?v=${council.logo}`} alt="" />
              </span>
            )}
            {place}
          </span>
        )}
        {session && (
          <div className="mast__person">
            {acting && choices > 1 && <a href={paths.chooseCouncil}>{t('masthead.change')}</a>}
            <span>{session.name}</span>
            <form method="post" action="/sign-out">
              <input type="hidden" name="_csrf" value={session.csrf.token} />
              <button type="submit" className="mast__sign-out">
                {t('masthead.signOut')}
              </button>
            </form>
          </div>
        )}
      </div>
    </header>
  )
}

function Navigation({ session }: { session: Session | undefined }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const matches = useMatches()
  const section = matches.map((match) => (match.handle as Handle | undefined)?.section).findLast(Boolean)
  const acting = session?.acting?.kind
  const parts =
    acting === 'operator'
      ? [
          { section: 'councils', href: paths.councils, text: t('navigation.councils') },
          { section: 'outbox', href: paths.outbox, text: t('navigation.outbox') },
        ]
      : [
          ...(may('booking:read') ? [{ section: 'today', href: paths.today, text: t('navigation.today') }] : []),
          ...(may('hub:read') ? [{ section: 'hubs', href: paths.hubs, text: t('navigation.hubs') }] : []),
          ...(may('person:read') ? [{ section: 'people', href: paths.people, text: t('navigation.people') }] : []),
          ...(may('blueprint:write')
            ? [{ section: 'blueprint', href: paths.blueprint, text: t('navigation.blueprint') }]
            : []),
          ...(may('audit:read') ? [{ section: 'audit', href: paths.audit, text: t('navigation.audit') }] : []),
          ...(may('council:set-up') && council?.status === 'setting-up'
            ? [{ section: 'set-up', href: paths.setup, text: t('navigation.set-up') }]
            : []),
          ...(may('council:set-up')
            ? [{ section: 'settings', href: paths.settings, text: t('navigation.settings') }]
            : []),
          ...(may('member:read') ? [{ section: 'team', href: paths.team, text: t('navigation.team') }] : []),
        ]
  if (!acting || parts.length === 0) return null
  return (
    <ServiceNavigation
      items={parts.map((part) => ({ text: part.text, href: part.href, active: part.section === section }))}
    />
  )
}

/** The frame of every page. It shows what is known, even around an error and before sign-in. */
export function Layout() {
  const { t } = useTranslation(['common', 'setup'])
  const { data: session } = useQuery({ ...sessionQuery(), enabled: false })
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const navigation = useNavigation()
  const [left] = useState(councilLeft)
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
          {council?.demonstration && (
            <section aria-label={t('demonstration.tag')}>
              <PhaseBanner tag={{ text: t('demonstration.tag') }} className="demonstration">
                {t('demonstration.words')}
              </PhaseBanner>
            </section>
          )}
          {council?.status === 'setting-up' && (
            <section aria-label={t('setup:banner.tag')}>
              <PhaseBanner tag={{ text: t('setup:banner.tag') }}>{t('setup:banner.words')}</PhaseBanner>
            </section>
          )}
          {left !== null && here && (
            <NotificationBanner className="page__notice">
              <p className="govuk-notification-banner__heading">{t('councilChanged.heading', { here })}</p>
              {left && <p className="govuk-body">{t('councilChanged.body', { left, here })}</p>}
            </NotificationBanner>
          )}
          <ClockNotice />
          <ReleaseNotice />
          <Outlet />
        </div>
      </div>
      <footer className="foot">
        <div className="govuk-width-container">
          <p className="govuk-body-s">{here ? t('footer.council', { council: here }) : t('footer.product')}</p>
          {council && (council.contactPhone || council.contactEmail) && (
            <p className="govuk-body-s">
              {t('footer.contact', {
                contact: [council.contactPhone, council.contactEmail].filter(Boolean).join(', '),
              })}
            </p>
          )}
          {council && (
            <p className="govuk-body-s">
              <a className="govuk-link" href={paths.support}>
                {t('footer.support')}
              </a>
            </p>
          )}
        </div>
      </footer>
      <ScrollRestoration />
    </>
  )
}
