import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { OpeningHours } from '../features/hub/opening-hours'
import { hubQuery } from '../features/hub/queries'
import { sessionsQuery } from '../features/talking-point/queries'
import { SessionList } from '../features/talking-point/session-list'
import { ButtonLink } from '../govuk/button'
import { InsetText } from '../govuk/inset-text'
import { SummaryList, type SummaryRow } from '../govuk/summary-list'
import { useMay } from '../page/authorities'
import { Page } from '../page/page'
import { Loading } from '../page/slow'
import { acting, param } from '../page/work'
import { today } from '../text/dates'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await acting(client)
    const hubId = param(args, 'hubId')
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
  const hubId = param({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const sessions = useQuery({ ...sessionsQuery(hubId, today()), enabled: may('session:read') })
  const rows: SummaryRow[] = [
    { key: t('one.address'), value: [...hub.address, hub.postcode].map((line) => <div key={line}>{line}</div>) },
    ...(hub.coLocatedWith ? [{ key: t('one.coLocatedWith'), value: hub.coLocatedWith }] : []),
    ...(hub.website ? [{ key: t('one.website'), value: <Website address={hub.website} /> }] : []),
    { key: t('one.hours'), value: <OpeningHours hours={hub.openingHours} /> },
    ...(hub.uprn ? [{ key: t('one.uprn'), value: hub.uprn }] : []),
  ]
  return (
    <Page heading={hub.name} back={{ href: '/hubs', text: t('back') }} wide>
      <div className="govuk-button-group">
        {may('booking:read') && <ButtonLink href={`/hubs/${hubId}/days/${today()}`}>{t('one.today')}</ButtonLink>}
        {may('session:write') && (
          <ButtonLink className="govuk-button--secondary" href={`/hubs/${hubId}/sessions/new`}>
            {t('one.newSession')}
          </ButtonLink>
        )}
        {may('session:read') && (
          <a className="govuk-link" href={`/hubs/${hubId}/series`}>
            {t('one.series')}
          </a>
        )}
        {may('session:read') && (
          <a className="govuk-link" href={`/hubs/${hubId}/sessions`}>
            {t('one.allSessions')}
          </a>
        )}
      </div>
      <div className="halves">
        <section className="card">
          {sessions.isError && <InsetText role="alert">{t('one.sessionsUnavailable')}</InsetText>}
          {sessions.isLoading && <Loading />}
          {sessions.data &&
            (sessions.data.sessions.length > 0 ? (
              <SessionList
                sessions={sessions.data.sessions}
                caption={t('one.sessions')}
                dayAddress={may('booking:read') ? (date) => `/hubs/${hubId}/days/${date}` : undefined}
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
