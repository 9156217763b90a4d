import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FigureSummary } from '../../api/types'
import { SummaryList } from '../../govuk/summary-list'
import { Table } from '../../govuk/table'
import { Tag } from '../../govuk/tag'
import { useMay } from '../../page/authorities'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { plainDate } from '../../text/dates'
import { CountedAt } from './counted-at'
import { before, headline, isOfToday, periodInWords, valueInWords, variationInWords } from './in-words'
import { figuresQuery } from './queries'
import { Sparkline } from './run-chart'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    // The page shows at once, and says that its figures are on their way.
    void client.prefetchQuery(figuresQuery())
    return null
  },
  Component: InsightsPage,
})

const MOST_SENTENCES = 6

/** The council's figures in sentences, the one that needs attention most first. */
function InsightsPage() {
  const { t } = useTranslation('insight')
  const { t: ofSharing } = useTranslation('sharing')
  const may = useMay()
  const { data, error, isPending, refetch } = useQuery(figuresQuery())
  const shown = data?.items.filter(hasSomething) ?? []
  return (
    <Page heading={t('heading')} wide>
      {isPending && <Loading />}
      {error && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {data && (
        <>
          <p className="govuk-body">{t('intro', { date: plainDate(data.today) })}</p>
          <p className="govuk-body">{t('caution')}</p>
          <CountedAt at={data.countedAt} />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.comparison()}>
              {t('compare')}
            </a>
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.evidence}>
              {t('evidence')}
            </a>
          </p>
          {may('sheet:read') && (
            <p className="govuk-body">
              <a className="govuk-link" href={paths.sharing}>
                {ofSharing('heading')}
              </a>
            </p>
          )}
          {may('introduction:read') && (
            <p className="govuk-body">
              <a className="govuk-link" href={paths.comparison({ introductions: 'all' })}>
                {t('introductions')}
              </a>
            </p>
          )}
          {shown.length === 0 ? (
            <p className="govuk-body-l">{t('empty')}</p>
          ) : (
            <>
              <h2 className="govuk-heading-m">{t('first')}</h2>
              <ul className="insights">
                {shown.slice(0, MOST_SENTENCES).map((figure) => (
                  <Sentence key={figure.figure} summary={figure} />
                ))}
              </ul>
            </>
          )}
          <Table
            caption={t('all')}
            captionClassName="govuk-table__caption--m"
            className="stacks"
            firstCellIsHeader
            head={[{ text: t('csv.figure') }, { text: t('table.value') }, { text: t('table.period') }]}
            rows={data.items.map((figure) => ({
              key: figure.figure,
              cells: [
                <a key="link" className="govuk-link" href={paths.insight(figure.figure)}>
                  {t(`figure.${figure.figure}.name`)}
                </a>,
                valueInWords(t, figure.latest?.count.value, figure.unit),
                figure.latest ? periodInWords(t, figure.latest) : '',
              ],
            }))}
          />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.figures}>
              {t('change')}
            </a>
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.nationalMeasures}>
              {t('national.heading')}
            </a>
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.clientLevelData()}>
              {t('clientLevelData')}
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

/** A figure with nothing counted is in the list of all figures only. */
function hasSomething({ latest }: FigureSummary): boolean {
  return latest?.count.value !== undefined && latest.count.base > 0
}

function Sentence({ summary }: { summary: FigureSummary }) {
  const { t } = useTranslation('insight')
  const { figure, latest, chart, beside, variation } = summary
  return (
    <li className="card insight">
      <div>
        <h3 className="govuk-heading-s">
          <a className="govuk-link" href={paths.insight(figure)}>
            {headline(t, summary)}
          </a>
        </h3>
        <p className="govuk-body">
          {latest && t(isOfToday(summary) ? 'latestToday' : 'latest', { period: periodInWords(t, latest) })}{' '}
          {before(t, summary)}
        </p>
        <Beside beside={beside} />
      </div>
      <div className="insight__run">
        <Sparkline months={chart} />
        {!isOfToday(summary) && (
          <Tag className={variation === 'concern' ? 'govuk-tag--orange' : 'govuk-tag--grey'}>
            {variationInWords(t, summary)}
          </Tag>
        )}
      </div>
    </li>
  )
}

/** The figures without which this one would mislead. */
export function Beside({ beside }: { beside: FigureSummary['beside'] }) {
  const { t } = useTranslation('insight')
  if (beside.length === 0) return null
  return (
    <div className="govuk-body">
      <p className="govuk-body govuk-!-margin-bottom-1">{t('beside')}</p>
      <SummaryList
        rows={beside.map(({ figure, unit, period }) => ({
          key: (
            <a className="govuk-link" href={paths.insight(figure)}>
              {t(`figure.${figure}.name`)}
            </a>
          ),
          value: valueInWords(t, period.count.value, unit),
        }))}
      />
    </div>
  )
}
