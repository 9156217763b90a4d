import { useTranslation } from 'react-i18next'
import type { FigureDetail } from '../../api/types'
import { Button } from '../../govuk/button'
import { SummaryList } from '../../govuk/summary-list'
import { Table } from '../../govuk/table'
import { useCouncil } from './council-name'
import { paths } from '../../page/paths'
import { numberOf, plainDate } from '../../text/dates'
import { csvOf, download } from './download'
import { rowsOfFile } from './files'
import { Publish } from './publish'
import { address } from './figure-in-words'
import { periodInWords, valueInWords, type InsightText } from './in-words'
import type { Code, Filter } from './queries'

type Count = FigureDetail['periods'][number]['count']
type Unit = FigureDetail['summary']['unit']

/** The numbers of every period, and the same as a file with the definition in its first rows. */
export function Numbers({ detail, filter }: { detail: FigureDetail; filter: Filter }) {
  const { t } = useTranslation('insight')
  const council = useCouncil()
  const { figure, unit } = detail.summary
  const beside = detail.beside.find((other) => other.figure === detail.besideInTables)
  const keep = () => {
    download(`${figure}.csv`, 'text/csv;charset=utf-8', csvOf(rowsOfFile(t, detail, filter, council)))
  }
  return (
    <>
      {filter.hubId !== undefined && <p className="govuk-body not-printed">{t('drill.hint')}</p>}
      <Table
        caption={t('table.caption')}
        captionClassName="govuk-table__caption--m"
        className="stacks"
        firstCellIsHeader
        numeric={[1, 2, 3, 4]}
        head={[
          { text: t('table.period') },
          { text: t('table.value'), numeric: true },
          { text: t(secondColumn(unit)), numeric: true },
          { text: t('table.base'), numeric: true },
          ...headBeside(t, detail),
        ]}
        rows={[...detail.periods].reverse().map((period) => ({
          key: period.from,
          cells: [
            <PeriodName key="period" figure={figure} period={period} filter={filter} />,
            valueInWords(t, period.count.value, unit),
            second(t, period.count, unit),
            numberOf(period.count.base),
            ...(beside
              ? [valueInWords(t, beside.periods.find(({ from }) => from === period.from)?.count.value, beside.unit)]
              : []),
          ],
        }))}
      />
      <div className="not-printed">
        <p className="govuk-body">{t('published.choose')}</p>
        <div className="govuk-button-group">
          <Button type="button" className="govuk-button--secondary" onClick={keep}>
            {t('table.csv')}
          </Button>
          <Publish detail={detail} filter={filter} />
        </div>
      </div>
    </>
  )
}

/** The name of a period. For one hub it leads to the sessions behind the figure. */
function PeriodName({ figure, period, filter }: { figure: Code; period: Period; filter: Filter }) {
  const { t } = useTranslation('insight')
  const name = `${periodInWords(t, period)}${marked(t, period)}`
  const { hub, ...rest } = address(filter)
  if (hub === undefined) return name
  return (
    <a className="govuk-link" href={paths.insightUnits(figure, 'sessions', { ...rest, hub, from: period.from })}>
      {name}
    </a>
  )
}

function marked(t: InsightText, { complete, earlier }: Period): string {
  if (!complete) return ` (${t('notComplete')})`
  return earlier.length > 0 ? ` (${t('revised.mark')})` : ''
}

/** The figures of finished periods that are not what they were when they were counted first. */
export function Revised({ detail }: { detail: FigureDetail }) {
  const { t } = useTranslation('insight')
  const { unit } = detail.summary
  const revised = [...detail.periods].reverse().filter(({ earlier }) => earlier.length > 0)
  if (revised.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('revised.heading')}</h2>
      <p className="govuk-body">{t('revised.why')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {revised.flatMap((period) =>
          period.earlier.map(({ countedOn, value, base }) => (
            <li key={`${period.from} ${countedOn} ${base}`}>
              {t('revised.was', {
                period: periodInWords(t, period),
                day: plainDate(countedOn),
                value: valueInWords(t, value, unit),
                count: base,
              })}
            </li>
          )),
        )}
      </ul>
    </>
  )
}

/** The column of the figure without which this one is in no table. */
function headBeside(t: InsightText, { besideInTables }: FigureDetail) {
  return besideInTables ? [{ text: t(`figure.${besideInTables}.name`), numeric: true as const }] : []
}

function secondColumn(unit: Unit) {
  return unit === 'percent' || unit === 'change' ? 'table.interval' : 'table.ninth'
}

/** The interval of a share or a mean, or the value that nine of ten do not exceed. */
function second(t: InsightText, count: Count, unit: Unit): string {
  if (unit !== 'percent' && unit !== 'change')
    return count.ninthDecile === undefined ? '' : valueInWords(t, count.ninthDecile, unit)
  return count.low === undefined || count.high === undefined
    ? ''
    : t('table.range', { low: numberOf(count.low), high: numberOf(count.high) })
}

type Period = FigureDetail['periods'][number]

/** How many were left out in the latest period, each reason apart. */
export function LeftOut({ detail }: { detail: FigureDetail }) {
  const { t } = useTranslation('insight')
  const { latest } = detail.summary
  if (latest === undefined) return null
  const { notCounted } = latest.count
  return (
    <>
      <h2 className="govuk-heading-m">{t('leftOut.heading')}</h2>
      {notCounted.length === 0 ? (
        <p className="govuk-body">{t('leftOut.none')}</p>
      ) : (
        <SummaryList
          rows={notCounted.map(({ reason, number }) => ({ key: t(`reason.${reason}`), value: numberOf(number) }))}
        />
      )}
    </>
  )
}

/** The latest period by hub and by kind of talking point. Each name leads to the figure of that hub or kind. */
export function Groups({ detail, filter }: { detail: FigureDetail; filter: Filter }) {
  const { t } = useTranslation('insight')
  const { figure, unit } = detail.summary
  return (['hubs', 'kinds'] as const).map((split) => {
    const hubs = split === 'hubs'
    const groups = detail[split]
    if (groups.length === 0) return null
    return (
      <Table
        key={split}
        caption={t(`group.${split}`)}
        captionClassName="govuk-table__caption--m"
        className="stacks"
        firstCellIsHeader
        numeric={[1, 2, 3]}
        head={[
          { text: t(hubs ? 'group.hub' : 'group.kind') },
          { text: t('table.value'), numeric: true },
          { text: t('table.base'), numeric: true },
          ...headBeside(t, detail),
        ]}
        rows={groups.map(({ key, name, count, besideInTables }) => ({
          key: key ?? '',
          cells: [
            key === undefined ? (
              t(hubs ? 'group.noHub' : 'group.noKind')
            ) : (
              <a
                key="link"
                className="govuk-link"
                href={paths.insight(figure, { ...address(filter), [hubs ? 'hub' : 'kind']: key })}
              >
                {name ?? key}
              </a>
            ),
            valueInWords(t, count.value, unit),
            numberOf(count.base),
            ...(detail.besideInTables ? [valueInWords(t, besideInTables?.value, 'percent')] : []),
          ],
        }))}
      />
    )
  })
}

/** The definition in words. */
export function Definition({ figure, settlesAfterDays }: { figure: Code; settlesAfterDays: number }) {
  const { t } = useTranslation('insight')
  return (
    <>
      <h2 className="govuk-heading-m">{t('definition.heading')}</h2>
      <SummaryList
        rows={(['counted', 'of', 'leftOut', 'date'] as const).map((part) => ({
          key: t(`definition.${part}`),
          value: t(`figure.${figure}.${part}`),
        }))}
      />
      {settlesAfterDays > 0 && <p className="govuk-body">{t('settles', { count: settlesAfterDays })}</p>}
    </>
  )
}
