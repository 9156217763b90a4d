import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useMatches, useSearchParams } from 'react-router'
import { councilQuery } from '../api/queries'
import type { Session } from '../api/session'
import { Hidden } from '../govuk/hidden'
import { ServiceNavigation } from '../govuk/service-navigation'
import { useMay } from '../page/authorities'
import type { Handle } from '../page/journey'
import { paths } from '../page/paths'

/** The parts of the product that the person may use. The part of the page that shows is marked. */
export function Navigation({ session }: { session: Session | undefined }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const matches = useMatches()
  const forToday = useSearchParams()[0].get('for') === 'today'
  const section = forToday
    ? 'today'
    : matches.map((match) => (match.handle as Handle | undefined)?.section).findLast(Boolean)
  const acting = session?.acting?.kind
  const parts =
    acting === 'operator'
      ? [
          { section: 'councils', href: paths.councils, text: t('navigation.councils') },
          { section: 'outbox', href: paths.outbox, text: t('navigation.outbox') },
          { section: 'health', href: paths.health, text: t('navigation.health') },
        ]
      : [
          ...(may('booking:read') ? [{ section: 'today', href: paths.today, text: t('navigation.today') }] : []),
          ...(may('session:read') ? [{ section: 'week', href: paths.week, text: t('navigation.week') }] : []),
          ...(may('hub:read') ? [{ section: 'hubs', href: paths.hubs, text: t('navigation.hubs') }] : []),
          ...(may('person:read') || may('person:merge')
            ? [
                {
                  section: 'people',
                  href: may('person:read') ? paths.people : paths.personMerges,
                  text: t(may('person:read') ? 'navigation.people' : 'navigation.merges'),
                },
              ]
            : []),
          ...(may('conversation:read')
            ? [{ section: 'conversations', href: paths.conversations, text: t('navigation.conversations') }]
            : []),
          ...(may('asset:read') ? [{ section: 'assets', href: paths.assets, text: t('navigation.assets') }] : []),
          ...(may('figures:read') ? [{ section: 'figures', href: paths.insights, text: t('navigation.figures') }] : []),
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
          ...(may('concern:write')
            ? [
                {
                  section: 'worry',
                  href: paths.worry(),
                  text: <Trans t={t} i18nKey="navigation.worry" components={{ hidden: <Hidden /> }} />,
                  // What is typed on this page stays as it is.
                  newTab: section !== 'worry',
                },
              ]
            : []),
        ]
  if (!acting || parts.length === 0) return null
  return <ServiceNavigation items={parts.map(({ section: own, ...part }) => ({ ...part, active: own === section }))} />
}
