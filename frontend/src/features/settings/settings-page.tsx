import { useQuery, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { NotificationBanner } from '../../govuk/notification-banner'
import { SummaryList, type SummaryRow } from '../../govuk/summary-list'
import { useFlashMessage } from '../../page/flash-message'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { dayAt, plainDate } from '../../text/dates'
import { agreementQuery } from '../agreement/queries'
import { LogoShown } from './logo-shown'
import { PublicPageLink, PublicPagePreviewLink } from './public-page-link'
import { useSafeguardingRow } from './safeguarding-row'
import { useSecondFactorRow } from './second-factor-row'
import { useSignInRow } from './sign-in-row'
import { loadSettings, type Loaded } from './use-settings-section'

export const page = (client: QueryClient) => ({ loader: loadSettings(client), Component: Settings })

function Settings() {
  const { t } = useTranslation(['settings', 'setup', 'common'])
  const { body: settings } = useLoaderData<Loaded>()
  const news = useFlashMessage<string>()
  const none = t('common:notProvided')
  const { contact: reach, labels: words, brand, dataProtection: protection, assessment: held } = settings
  const agreementRow = useAgreementRow()
  const safeguardingRow = useSafeguardingRow()
  const secondFactorRow = useSecondFactorRow()
  const signInRow = useSignInRow()
  const row = (key: string, value: ReactNode, to: Parameters<typeof paths.settingsPart>[0]) => ({
    key,
    value: value || none,
    actions: [{ text: t('common:change'), href: paths.settingsPart(to), hidden: key }],
  })
  return (
    <Page heading={t('settings:summary.heading')} wide>
      {news && <NotificationBanner success>{news}</NotificationBanner>}
      <section className="card">
        <SummaryList
          rows={[
            row(t('settings:summary.name'), settings.name, 'name'),
            ...(settings.welshName
              ? [row(t('settings:summary.welshName'), <span lang="cy">{settings.welshName}</span>, 'name')]
              : []),
            settings.status === 'live'
              ? {
                  key: t('settings:summary.residentsPage'),
                  value: <PublicPageLink alias={settings.alias} />,
                  actions: [{ text: t('setup:list.livePoster'), href: paths.poster }],
                }
              : { key: t('settings:summary.residentsPage'), value: <PublicPagePreviewLink /> },
            row(
              t('settings:summary.contact'),
              [reach.contactPhone, reach.contactEmail, reach.contactHours, ...reach.contactAddress]
                .filter(Boolean)
                .join(', '),
              'contact',
            ),
            safeguardingRow,
            secondFactorRow,
            signInRow,
            row(
              t('settings:summary.languages'),
              t('settings:summary.nationAndLanguages', {
                nation: t(`common:nation.${settings.nation}`),
                languages: t(settings.languages.includes('cy') ? 'settings:summary.ency' : 'settings:summary.en'),
              }),
              'languages',
            ),
            agreementRow,
            row(
              t('settings:summary.dataProtection'),
              [protection?.registration, protection?.dataProtectionEmail, protection?.privacyNotice]
                .filter(Boolean)
                .join(', '),
              'data-protection',
            ),
            row(
              t('settings:summary.assessment'),
              held && t('settings:summary.assessmentHeld', { date: plainDate(dayAt(held.at)) }),
              'assessment',
            ),
            row(t('settings:summary.labels'), [words.talkingPoint, words.hub, words.conversation].join(', '), 'labels'),
            row(t('settings:summary.colour'), brand.colour ?? t('settings:summary.none'), 'colour'),
            row(t('settings:summary.logo'), settings.logo && <LogoShown settings={settings} />, 'logo'),
          ]}
        />
      </section>
    </Page>
  )
}

/** The status of the agreement. The rest of the page does not wait for it. */
function useAgreementRow(): SummaryRow {
  const { t } = useTranslation('agreement')
  const { data, isError } = useQuery(agreementQuery())
  return {
    key: t('settings.row'),
    value: !data
      ? isError && t('settings.unknown')
      : data.accepted
        ? t('settings.accepted', data.agreement)
        : data.acceptAgainBy
          ? t('settings.again', { date: plainDate(data.acceptAgainBy) })
          : t('settings.not'),
    actions: [{ text: t('settings.see'), href: paths.agreement, hidden: t('settings.hidden') }],
  }
}
