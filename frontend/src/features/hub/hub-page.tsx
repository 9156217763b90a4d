import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { OpeningHours } from './opening-hours'
import { hubQuery } from './queries'
import { sessionsQuery } from '../session/queries'
import { SessionList } from '../session/session-list'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { SummaryList, type SummaryRow } from '../../govuk/summary-list'
import { useMay } from '../../page/authorities'
import { Page } from '../../page/page'
import { unreadable } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { useFlashMessage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import { dayRange, today } from '../../text/dates'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const hubId = pathParam(args, 'hubId')
    void client.prefetchQuery(sessionsQuery(hubId, today()))
    return client.ensureQueryData(hubQuery(hubId))
  },
  Component: HubPage,
})

/** Only an address on the web is made a link: what came from a file could be anything. */
function Website({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return address
  return (
    <a className="govuk-link breaks" href={address} rel="noreferrer">
      {address}
    </a>
  )
}

function HubPage() {
  const { t } = useTranslation('hub')
  const may = useMay()
  const flash = useFlashMessage<string>()
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const sessions = useQuery({ ...sessionsQuery(hubId, today()), enabled: may('session:read') })
  const rows: SummaryRow[] = [
    { key: t('one.address'), value: [...hub.address, hub.postcode].map((line) => <div key={line}>{line}</div>) },
    ...(hub.coLocatedWith ? [{ key: t('one.coLocatedWith'), value: hub.coLocatedWith }] : []),
    ...(hub.website ? [{ key: t('one.website'), value: <Website address={hub.website} /> }] : []),
    ...(hub.accessFeatures.length > 0
      ? [
          {
            key: t('one.access'),
            value: hub.accessFeatures.map((feature) => <div key={feature}>{t(`feature.${feature}`)}</div>),
          },
        ]
      : []),
    ...(hub.dropIn ? [{ key: t('one.dropIn'), value: t('one.yes') }] : []),
    ...(hub.directions ? [{ key: t('one.directions'), value: hub.directions }] : []),
    ...(hub.rooms.length > 0
      ? [{ key: t('rooms.heading'), value: hub.rooms.map((room) => <div key={room.id}>{room.name}</div>) }]
      : []),
    ...(hub.closures.length > 0
      ? [
          {
            key: t('closures.heading'),
            value: hub.closures.map((closure) => (
              <div key={closure.id}>
                {t('closures.because', { days: dayRange(closure.from, closure.to), reason: closure.reason })}
              </div>
            )),
          },
        ]
      : []),
    { key: t('one.hours'), value: <OpeningHours hours={hub.openingHours} /> },
    ...(hub.uprn ? [{ key: t('one.uprn'), value: hub.uprn }] : []),
  ]
  return (
    <Page heading={hub.name} back={{ href: paths.hubs, text: t('back') }} wide>
      {flash && (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{flash}</p>
        </NotificationBanner>
      )}
      <div className="govuk-button-group">
        {may('booking:read') && <ButtonLink href={paths.day(hubId, today())}>{t('one.today')}</ButtonLink>}
        {may('session:write') && (
          <ButtonLink className="govuk-button--secondary" href={paths.newSession(hubId)}>
            {t('one.newSession')}
          </ButtonLink>
        )}
        {may('hub:write') &&
          (['edit', 'rooms', 'closures'] as const).map((part) => (
            <a className="govuk-link" href={paths.hubPart(hubId, part)} key={part}>
              {t(part === 'edit' ? 'one.edit' : `${part}.link`)}
            </a>
          ))}
        {may('session:read') && (
          <a className="govuk-link" href={paths.seriesList(hubId)}>
            {t('one.series')}
          </a>
        )}
        {may('session:read') && (
          <a className="govuk-link" href={paths.sessions(hubId)}>
            {t('one.allSessions')}
          </a>
        )}
      </div>
      <div className="halves">
        <section className="card">
          {sessions.isError && (
            <InsetText role="alert">{unreadable(sessions.error, t('one.sessionsUnavailable'))}</InsetText>
          )}
          {sessions.isLoading && <Loading />}
          {sessions.data &&
            (sessions.data.items.length > 0 ? (
              <SessionList
                sessions={sessions.data.items}
                caption={t('one.sessions')}
                changeAddress={undefined}
                dayAddress={may('booking:read') ? (date) => paths.day(hubId, date) : undefined}
              />
            ) : (
              <>
                <h2 className="govuk-heading-m">{t('one.sessions')}</h2>
                <p className="govuk-body">{t('one.noSessions')}</p>
              </>
            ))}
        </section>
        <section className="card">
          <SummaryList className="govuk-summary-list--no-border" rows={rows} />
        </section>
      </div>
    </Page>
  )
}
