import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import type { Series } from '../../api/types'
import { seriesQuery } from './queries'
import { useRepeatsInWords } from './recurrence'
import { usePlanInWords } from './plan-in-words'
import { ButtonLink } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { SummaryList } from '../../govuk/summary-list'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { Page } from '../../page/page'
import { useRows } from '../../page/pages'
import { useFlashMessage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import { longDate, timeRange } from '../../text/dates'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    await client.fetchQuery({ ...seriesQuery(pathParam(args, 'seriesId')), staleTime: 0 })
    return null
  },
  Component: SeriesPage,
})

function SeriesPage() {
  const { t } = useTranslation(['series', 'session-change', 'common'])
  const seriesId = pathParam({ params: useParams() }, 'seriesId')
  const { data: series } = useSuspenseQuery(seriesQuery(seriesId))
  const words = useRepeatsInWords()
  const plan = usePlanInWords()
  const may = useMay()
  const flash = useFlashMessage<string>()
  const none = t('common:notProvided')
  const next = series.sessions.find(({ status }) => status === 'planned')
  return (
    <Page
      heading={t('series:one.heading', {
        kind: series.kind ?? t('series:unnamed'),
        hub: series.hubName,
        when: words(series.repeats),
      })}
      back={{ href: paths.seriesList(series.hubId) }}
      wide
    >
      {flash && (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{flash}</p>
        </NotificationBanner>
      )}
      {may('session:write') && next && (
        <div className="govuk-button-group">
          <ButtonLink className="govuk-button--secondary" href={paths.changeAllSessions(next.id)}>
            {t('session-change:end.changeAll')}
          </ButtonLink>
          <a className="govuk-link" href={paths.endSeries(series.id)}>
            {t('session-change:end.link')}
          </a>
        </div>
      )}
      <div className="halves">
        <section className="card">
          <Sessions series={series} dayAddress={may('booking:read')} mayChange={may('session:write')} />
        </section>
        <section className="card">
          <SummaryList
            className="govuk-summary-list--no-border"
            rows={[
              { key: t('series:check.pattern'), value: words(series.repeats) },
              { key: t('series:check.times'), value: timeRange(series.starts, series.ends) },
              ...(series.breaks.length > 0
                ? [{ key: t('series:check.breaks'), value: plan.breaks(series.breaks) }]
                : []),
              { key: t('series:check.room'), value: series.room ?? none },
              { key: t('series:check.staff'), value: plan.staff(series.staff) || none },
              { key: t('series:check.length'), value: plan.length(series) },
              ...(series.slotMinutes ? [{ key: t('series:check.places'), value: series.placesPerSlot }] : []),
              { key: t('series:one.plannedUntil'), value: longDate(series.plannedUntil) },
              ...(series.skipped.length > 0
                ? [
                    {
                      key: t('series:one.skipped'),
                      value: series.skipped.map((each) => (
                        <div key={each.date}>
                          {t('series:skipped', {
                            date: longDate(each.date),
                            reason: t(`series:reason.${each.reason}`),
                          })}
                        </div>
                      )),
                    },
                  ]
                : []),
            ]}
          />
        </section>
      </div>
    </Page>
  )
}

function Sessions({ series, dayAddress, mayChange }: { series: Series; dayAddress: boolean; mayChange: boolean }) {
  const { t } = useTranslation(['series', 'session-change'])
  const { rows, links } = useRows(series.sessions)
  if (series.sessions.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">{t('one.sessions')}</h2>
        <p className="govuk-body">{t('one.none')}</p>
      </>
    )
  }
  return (
    <>
      <Table
        className="stacks"
        caption={t('one.sessions')}
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={[
          { text: t('column.date') },
          { text: t('column.times') },
          { text: t('column.status') },
          ...(mayChange ? [{ text: <Hidden>{t('session-change:link')}</Hidden> }] : []),
        ]}
        rows={rows.map((session) => ({
          key: session.id,
          cells: [
            dayAddress ? (
              <a className="govuk-link" href={paths.day(series.hubId, session.date)} key="date">
                {longDate(session.date)}
              </a>
            ) : (
              longDate(session.date)
            ),
            timeRange(session.starts, session.ends),
            session.status === 'cancelled'
              ? t('one.cancelled')
              : t(session.detachedFromSeries ? 'one.detachedFromSeries' : 'one.planned'),
            ...(mayChange
              ? [
                  session.status === 'planned' && (
                    <a className="govuk-link" href={paths.session(session.id)} key="change">
                      <Trans
                        t={t}
                        i18nKey="session-change:linkOn"
                        values={{ date: longDate(session.date) }}
                        components={{ hidden: <Hidden /> }}
                      />
                    </a>
                  ),
                ]
              : []),
          ],
        }))}
      />
      {links}
    </>
  )
}
