import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureSummary } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { monthAndYear } from '../../text/dates'
import { download } from './download'
import { valueInWords, type InsightText } from './in-words'
import { limitOf, RunChart } from './run-chart'

/** Below this number of months the limits are not drawn. */
const FIRM_FROM = 12

/** The run chart, the same in words and as a table, and the chart as a file. */
export function Chart({ summary }: { summary: FigureSummary }) {
  const { t } = useTranslation('insight')
  const svg = useRef<SVGSVGElement>(null)
  const { chart: months, figure, unit } = summary
  const [first] = months
  if (figure === 'waiting-now') return <p className="govuk-body">{t('now')}</p>
  if (first === undefined) return <InsetText>{t('noChart')}</InsetText>
  const firm = months.length >= FIRM_FROM
  const keep = () => {
    if (svg.current) download(`${figure}.svg`, 'image/svg+xml', new XMLSerializer().serializeToString(svg.current))
  }
  return (
    <section className="card" aria-labelledby="chart">
      <h2 className="govuk-heading-m" id="chart">
        {t('chart.heading')}
      </h2>
      {!firm && <InsetText>{t('needsMonths', { count: months.length })}</InsetText>}
      <RunChart
        months={firm ? months : months.map((month) => ({ ...month, variation: 'common-cause' }))}
        title={t('chart.title', { figure: t(`figure.${figure}.name`) })}
        description={inWords(t, summary, firm)}
        label={{
          mean: t('chart.mean', { value: limitOf(first.mean, unit) }),
          ...(firm && {
            upper: t('chart.upper', { value: limitOf(first.upper, unit) }),
            lower: t('chart.lower', { value: limitOf(first.lower, unit) }),
          }),
        }}
        least={unit === 'change' ? undefined : 0}
        most={unit === 'percent' ? 100 : undefined}
        svgRef={svg}
      />
      <p className="govuk-body">{inWords(t, summary, firm)}</p>
      {firm && <p className="govuk-body">{t('chart.key')}</p>}
      <Button type="button" className="govuk-button--secondary not-printed" onClick={keep}>
        {t('chart.svg')}
      </Button>
      <Details summary={t('month.caption')}>
        <Table
          head={[{ text: t('month.month') }, { text: t('table.value'), numeric: true }, { text: t('month.meaning') }]}
          numeric={[1]}
          firstCellIsHeader
          rows={months.map((month) => ({
            key: month.from,
            cells: [
              monthAndYear(month.from),
              valueInWords(t, rounded(month.value), unit),
              t(firm ? `signal.${month.signal}` : 'variation.none'),
            ],
          }))}
        />
      </Details>
    </section>
  )
}

/** Describes the chart from the same numbers. */
function inWords(t: InsightText, { chart: months, unit }: FigureSummary, firm: boolean): string {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return ''
  if (!firm) return `${monthAndYear(last.from)}: ${valueInWords(t, rounded(last.value), unit)}`
  const marked = months.filter(({ variation }) => variation !== 'common-cause').length
  return [
    t('chart.description', {
      first: monthAndYear(first.from),
      last: monthAndYear(last.from),
      mean: limitOf(first.mean, unit),
      lower: limitOf(first.lower, unit),
      upper: limitOf(first.upper, unit),
      value: valueInWords(t, rounded(last.value), unit),
      signal: t(`signal.${last.signal}`),
    }),
    t('chart.marked', { count: marked }),
  ].join(' ')
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
