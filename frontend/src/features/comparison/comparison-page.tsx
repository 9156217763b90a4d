import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ComparedPool, ComparedRate, Comparison, ComparisonList } from '../../api/types'
import { Details } from '../../govuk/details'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { Tag } from '../../govuk/tag'
import { useMay } from '../../page/authorities'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { listOf, monthAndYear, numberOf, plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { Introductions } from '../introduction/introductions'
import { TalkToCouncil } from '../introduction/talk'
import { Numbers } from './comparison-tables'
import { rateInWords, reasonInWords, waitInWords, type ComparisonText } from './in-words'
import { comparisonQuery, comparisonsQuery } from './queries'
import { RateChart } from './rate-chart'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    // The page shows at once, and says that its figures are on their way.
    void client.prefetchQuery(comparisonsQuery())
    return null
  },
  Component: ComparisonOrIntroductions,
})

type PoolName = ComparedPool['pool']

/** The introductions are a part of this page, so that the first script of the product does not have to name them. */
function ComparisonOrIntroductions() {
  const [params] = useSearchParams()
  const may = useMay()
  const show = params.get('introductions')
  return show !== null && may('introduction:read') ? <Introductions show={show} /> : <ComparisonPage />
}

/** The council's own figures beside those of all councils that share, for one quarter. */
function ComparisonPage() {
  const { t } = useTranslation('comparison')
  const [params] = useSearchParams()
  const list = useQuery(comparisonsQuery())
  const from = params.get('from') ?? list.data?.items[0]?.from
  const { data, error, isLoading, refetch } = useQuery(comparisonQuery(from))
  const pool: PoolName = params.get('pool') === 'family' ? 'family' : 'national'
  const problem = list.error ?? error
  return (
    <Page heading={t('heading')} back={{ href: paths.insights, text: t('back') }} wide>
      <p className="govuk-body">{t('intro')}</p>
      <p className="govuk-body">{t('caution')}</p>
      {(list.isPending || isLoading) && <Loading />}
      {problem && (
        <Unavailable
          error={problem}
          words={t('unavailable')}
          onAgain={() => void (list.error ? list.refetch() : refetch())}
        />
      )}
      {list.data && <Own own={list.data.own} />}
      {list.data && from === undefined && <NotYet coming={list.data.coming} />}
      {list.data && data && (
        <>
          <Choices list={list.data} comparison={data} pool={pool} />
          <About comparison={data} pool={pool} />
          <Pools comparison={data} pools={data.pools.filter((each) => each.pool === pool)} />
          <Groups groups={data.groups} />
          <YearlyElsewhere list={list.data} comparison={data} pool={pool} />
        </>
      )}
    </Page>
  )
}

function quarterInWords(t: ComparisonText, { from, to }: { from: string; to: string }): string {
  return t('quarter', { from: monthAndYear(from), to: monthAndYear(to) })
}

/** The things that a council has to do before the comparison is of most use: share its figures, and have some of its own. */
function Own({ own }: { own: ComparisonList['own'] }) {
  const { t } = useTranslation('comparison')
  const { t: ofSharing } = useTranslation('sharing')
  const may = useMay()
  const { shares, since, comparableFrom } = own
  return (
    <>
      {!shares && (
        <InsetText>
          {t('notShared.what')}{' '}
          {may('sheet:read') ? (
            <a className="govuk-link" href={paths.sharing}>
              {ofSharing('heading')}
            </a>
          ) : (
            t('notShared.lead')
          )}
        </InsetText>
      )}
      {since === undefined && <InsetText>{t('few.none')}</InsetText>}
      {since !== undefined && comparableFrom !== undefined && (
        <InsetText>{t('few.since', { since: plainDate(since), date: plainDate(comparableFrom) })}</InsetText>
      )}
    </>
  )
}

function NotYet({ coming }: { coming: ComparisonList['coming'] }) {
  const { t } = useTranslation('comparison')
  return (
    <>
      <h2 className="govuk-heading-m">{t('none.heading')}</h2>
      <p className="govuk-body">
        {t('none.comes', {
          from: monthAndYear(coming.from),
          to: monthAndYear(coming.to),
          date: plainDate(coming.comesOn),
        })}
      </p>
    </>
  )
}

const NEWEST = 4

/** Links to the other quarters and to the other pool. */
function Choices({ list, comparison, pool }: { list: ComparisonList; comparison: Comparison; pool: PoolName }) {
  const { t } = useTranslation('comparison')
  const earlier = list.items.slice(NEWEST)
  return (
    <div className="not-printed">
      {list.items.length > 1 && (
        <nav aria-label={t('quarters')}>
          <Quarters quarters={list.items.slice(0, NEWEST)} comparison={comparison} pool={pool} />
          {earlier.length > 0 && (
            <Details summary={t('earlier')} open={earlier.some(({ from }) => from === comparison.from)}>
              <Quarters quarters={earlier} comparison={comparison} pool={pool} />
            </Details>
          )}
        </nav>
      )}
      {comparison.family.length > 0 && (
        <nav className="govuk-body" aria-label={t('pools')}>
          {(['national', 'family'] as const).map((each) => (
            <a
              key={each}
              className="govuk-link govuk-!-margin-right-4"
              href={paths.comparison({ from: comparison.from, pool: each })}
              aria-current={each === pool ? 'page' : undefined}
            >
              {t(`pool.${each}`)}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}

interface QuartersProps {
  quarters: ComparisonList['items']
  comparison: Comparison
  pool: PoolName
}

function Quarters({ quarters, comparison, pool }: QuartersProps) {
  const { t } = useTranslation('comparison')
  return (
    <ul className="govuk-list comparison-quarters">
      {quarters.map((each) => (
        <li key={each.from}>
          <a
            className="govuk-link"
            href={paths.comparison({ from: each.from, pool })}
            aria-current={each.from === comparison.from ? 'page' : undefined}
          >
            {quarterInWords(t, each)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function About({ comparison, pool }: { comparison: Comparison; pool: PoolName }) {
  const { t } = useTranslation('comparison')
  const { from, to, madeOn, madeUp, supersededBy, family } = comparison
  const bounds = family.map(({ measure, half, value }) =>
    measure === 'population' || measure === 'density'
      ? t(`bound.${measure}-${half}`, { value: numberOf(value) })
      : t(`bound.other-${half}`, { measure, value: numberOf(value) }),
  )
  return (
    <>
      {madeUp && <InsetText>{t('madeUp')}</InsetText>}
      <p className="govuk-body">
        {t('made', { from: monthAndYear(from), to: monthAndYear(to), date: plainDate(madeOn) })}
      </p>
      {supersededBy !== undefined && (
        <InsetText>
          {t('superseded')}{' '}
          <a className="govuk-link" href={paths.comparison({ from: supersededBy, pool })}>
            {monthAndYear(supersededBy)}
          </a>
        </InsetText>
      )}
      <p className="govuk-body">{bounds.length === 0 ? t('noFamily') : t('family', { bounds: listOf(bounds) })}</p>
    </>
  )
}

function Pools({ comparison, pools }: { comparison: Comparison; pools: ComparedPool[] }) {
  return (
    <>
      {pools.map((pool) => (
        <PoolInWords key={pool.sheet} pool={pool} />
      ))}
      <Numbers comparison={comparison} pools={pools} />
    </>
  )
}

function PoolInWords({ pool }: { pool: ComparedPool }) {
  const { t } = useTranslation('comparison')
  const { sheet, from, to, contributors, withheld, measures, waits } = pool
  return (
    <section>
      <h2 className="govuk-heading-m">
        {t('window', { sheet: t(`sheet.${sheet}`), from: monthAndYear(from), to: monthAndYear(to) })}
      </h2>
      {contributors !== undefined && <p className="govuk-body">{t('contributors', { count: contributors })}</p>}
      {withheld !== undefined && (
        <p className="govuk-body">{t('pooled.withheld', { reason: reasonInWords(withheld) })}</p>
      )}
      {waits.map((wait) => (
        <article key={wait.people} className="card">
          <h3 className="govuk-heading-s">{t(`wait.${wait.people}`)}</h3>
          <p className="govuk-body">{waitInWords(t, wait).join(' ')}</p>
        </article>
      ))}
      {measures.length > 0 && <Key />}
      {measures.map((rate) => (
        <RateInWords key={rate.rate} rate={rate} national={pool.pool === 'national'} />
      ))}
    </section>
  )
}

/** The rates of groups of residents, which are compared for all councils together only. */
function Groups({ groups }: { groups: Comparison['groups'] }) {
  const { t } = useTranslation('comparison')
  if (groups.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('groups.heading')}</h2>
      <p className="govuk-body">{t('groups.intro')}</p>
      {(['age', 'kind'] as const).map((split) => (
        <Table
          key={split}
          caption={t(`groups.${split}`)}
          captionClassName="govuk-table__caption--s"
          className="stacks"
          firstCellIsHeader
          head={[{ text: t('table.measure') }, { text: t('groups.group') }, { text: t('table.pooled') }]}
          rows={groups
            .filter((each) => each.split === split)
            .map(({ rate, group, percent, withheld }) => ({
              key: `${rate} ${group}`,
              cells: [
                t(`rate.${rate}.name`),
                lookup('sharing', 'group', group),
                percent === undefined
                  ? t('table.withheld', { reason: reasonInWords(withheld ?? '') })
                  : `${numberOf(percent)}%`,
              ],
            }))}
        />
      ))}
    </section>
  )
}

/** A link to the changes for people and to the groups, which are compared once a year. */
function YearlyElsewhere({ list, comparison, pool }: { list: ComparisonList; comparison: Comparison; pool: PoolName }) {
  const { t } = useTranslation('comparison')
  const yearly = list.items.find(({ from }) => from.endsWith('-01-01'))
  if (yearly === undefined || comparison.from.endsWith('-01-01')) return null
  return (
    <p className="govuk-body not-printed">
      {t('yearly')}{' '}
      <a className="govuk-link" href={paths.comparison({ from: yearly.from, pool })}>
        {quarterInWords(t, yearly)}
      </a>
    </p>
  )
}

function RateInWords({ rate, national }: { rate: ComparedRate; national: boolean }) {
  const { t } = useTranslation('comparison')
  return (
    <article className="card">
      <h3 className="govuk-heading-s">{t(`rate.${rate.rate}.name`)}</h3>
      {(rate.flag === 'lower' || rate.flag === 'higher') && (
        <p className="govuk-body">
          <Tag className="govuk-tag--orange">{t(`flag.${rate.flag}`)}</Tag>
        </p>
      )}
      <p className="govuk-body">{rateInWords(t, rate).join(' ')}</p>
      {(rate.pooled.percent !== undefined || rate.own.percent !== undefined) && <RateChart rate={rate} />}
      {national && <TalkToCouncil rate={rate} />}
    </article>
  )
}

/** The meaning of the marks in the charts. */
function Key() {
  const { t } = useTranslation('comparison')
  return (
    <ul className="govuk-list comparison-key" aria-hidden="true">
      {(['own', 'pooled', 'band'] as const).map((mark) => (
        <li key={mark}>
          <span className={`comparison-key__${mark}`} />
          {t(`chart.${mark}`)}
        </li>
      ))}
    </ul>
  )
}
