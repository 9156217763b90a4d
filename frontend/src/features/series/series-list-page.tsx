import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { hubQuery } from '../hub/queries'
import { seriesListQuery } from './queries'
import { useRepeatsInWords } from './recurrence'
import { ButtonLink } from '../../govuk/button'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { Page } from '../../page/page'
import { requireActing, pathParam } from '../../page/guards'
import { dayAndMonth, timeRange } from '../../text/dates'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const hubId = pathParam(args, 'hubId')
    await Promise.all([client.ensureQueryData(hubQuery(hubId)), client.fetchQuery(seriesListQuery(hubId))])
    return null
  },
  Component: SeriesList,
})

function SeriesList() {
  const { t } = useTranslation('series')
  const may = useMay()
  const words = useRepeatsInWords()
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const {
    data: { items: series },
  } = useSuspenseQuery(seriesListQuery(hubId))
  return (
    <Page heading={t('heading')} caption={hub.name} back={{ href: paths.hub(hubId) }} wide>
      <div className="govuk-button-group">
        {may('session:write') && <ButtonLink href={paths.newSeries(hubId)}>{t('create')}</ButtonLink>}
        <a className="govuk-link" href={paths.sessions(hubId)}>
          {t('sessionsLink')}
        </a>
      </div>
      {series.length === 0 ? (
        <section className="card card--empty">
          <h2 className="govuk-heading-m">{t('empty')}</h2>
          <p className="govuk-body">{t('emptyBody')}</p>
        </section>
      ) : (
        <section className="card">
          <p className="govuk-body">{t('intro')}</p>
          <Table
            className="stacks"
            firstCellIsHeader
            caption={t('heading')}
            captionClassName="govuk-visually-hidden"
            head={['what', 'when', 'times', 'room', 'next', 'ahead'].map((column) => ({
              text: lookup('series', 'column', column),
            }))}
            rows={series.map((each) => ({
              key: each.id,
              cells: [
                <a className="govuk-link" href={paths.series(each.id)} key="what">
                  {each.kind ?? t('unnamed')}
                </a>,
                words(each.repeats),
                each.dropInOnly
                  ? t('timesDropIn', { times: timeRange(each.starts, each.ends) })
                  : timeRange(each.starts, each.ends),
                each.room ?? '',
                each.next ? dayAndMonth(each.next) : t('ended'),
                t('aheadCount', { count: each.ahead }),
              ],
            }))}
          />
        </section>
      )}
    </Page>
  )
}
