import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { hubQuery } from '../hub/queries'
import { sessionsQuery } from './queries'
import { SessionList } from './session-list'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { Page } from '../../page/page'
import { unreadable } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { useFlashMessage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import { addDays, dayAndMonth, isDay, today } from '../../text/dates'
import { paths } from '../../page/paths'

const SHOWN_DAYS = 28

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return client.ensureQueryData(hubQuery(pathParam(args, 'hubId')))
  },
  Component: HubSessions,
})

/** The sessions of a hub, four weeks at a time, with the weeks in the address. */
function HubSessions() {
  const { t } = useTranslation('series')
  const may = useMay()
  const flash = useFlashMessage<string>()
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const asked = useSearchParams()[0].get('from') ?? ''
  const from = isDay(asked) ? asked : today()
  const sessions = useQuery(sessionsQuery(hubId, from))
  const caption = t('sessions.caption', { from: dayAndMonth(from), to: dayAndMonth(addDays(from, SHOWN_DAYS - 1)) })
  const address = (day: string) => paths.sessions(hubId, day)
  return (
    <Page heading={t('sessions.heading')} caption={hub.name} back={{ href: paths.hub(hubId) }} wide>
      {flash && (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{flash}</p>
        </NotificationBanner>
      )}
      <div className="govuk-button-group">
        {may('session:write') && <ButtonLink href={paths.newSeries(hubId)}>{t('create')}</ButtonLink>}
        <a className="govuk-link" href={paths.seriesList(hubId)}>
          {t('heading')}
        </a>
      </div>
      <nav className="days-nav" aria-label={t('sessions.navigation')}>
        <a className="btn btn--quiet" href={address(addDays(from, -SHOWN_DAYS))}>
          {t('sessions.earlier')}
        </a>
        <a className="btn btn--quiet" href={address(addDays(from, SHOWN_DAYS))}>
          {t('sessions.later')}
        </a>
      </nav>
      <section className="card">
        {sessions.isError && (
          <InsetText role="alert">{unreadable(sessions.error, t('sessions.unavailable'))}</InsetText>
        )}
        {sessions.isLoading && <Loading />}
        {sessions.data &&
          (sessions.data.items.length > 0 ? (
            <SessionList
              sessions={sessions.data.items}
              caption={caption}
              changeAddress={may('session:write') ? ({ id }) => paths.session(id) : undefined}
              dayAddress={may('booking:read') ? (date) => paths.day(hubId, date) : undefined}
            />
          ) : (
            <>
              <h2 className="govuk-heading-m">{caption}</h2>
              <p className="govuk-body">{t('sessions.none')}</p>
            </>
          ))}
      </section>
    </Page>
  )
}
