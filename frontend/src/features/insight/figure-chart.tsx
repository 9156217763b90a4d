import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureNote, FigureSummary } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { monthAndYear } from '../../text/dates'
import { download, downloadPicture } from './download'
import { valueInWords, type InsightText } from './in-words'
import { limitOf, RunChart } from './run-chart'

/** The run chart, the same in words and as a table, and the chart as a file. */
export function Chart({ summary, notes }: { summary: FigureSummary; notes: FigureNote[] }) {
  const { t } = useTranslation('insight')
  const svg = useRef<SVGSVGElement>(null)
  const { chart: months, figure, unit } = summary
  const picture = useMutation({
    mutationFn: (drawing: SVGSVGElement) => downloadPicture(`${figure}.png`, drawing),
  })
  const last = months.at(-1)
  if (figure === 'waiting-now') return <p className="govuk-body">{t('now')}</p>
  if (last === undefined) return <InsetText>{t('noChart')}</InsetText>
  const firm = !last.trial
  const phase = phaseOf(months)
  const keep = () => {
    if (svg.current) download(`${figure}.svg`, 'image/svg+xml', new XMLSerializer().serializeToString(svg.current))
  }
  const keepPicture = () => {
    if (svg.current && !picture.isPending) picture.mutate(svg.current)
  }
  return (
    <section className="card" aria-labelledby="chart">
      <h2 className="govuk-heading-m" id="chart">
        {t('chart.heading')}
      </h2>
      {!firm && <InsetText>{t('needsMonths', { count: phase.length })}</InsetText>}
      <RunChart
        months={months}
        notes={notes.map(({ day }, at) => ({ number: at + 1, day }))}
        title={t('chart.title', { figure: t(`figure.${figure}.name`) })}
        description={inWords(t, summary, firm)}
        label={{
          mean: t('chart.mean', { value: limitOf(last.mean, unit) }),
          ...(firm && {
            upper: t('chart.upper', { value: limitOf(last.upper, unit) }),
            lower: t('chart.lower', { value: limitOf(last.lower, unit) }),
          }),
        }}
        least={unit === 'change' ? undefined : 0}
        most={unit === 'percent' ? 100 : undefined}
        svgRef={svg}
      />
      <p className="govuk-body">{inWords(t, summary, firm)}</p>
      {firm && <p className="govuk-body">{t('chart.key')}</p>}
      {notes.length > 0 && <p className="govuk-body">{t('chart.notes')}</p>}
      <div className="govuk-button-group not-printed">
        <Button type="button" className="govuk-button--secondary" onClick={keep}>
          {t('chart.svg')}
        </Button>
        <Button type="button" className="govuk-button--secondary" busy={picture.isPending} onClick={keepPicture}>
          {t('chart.png')}
        </Button>
      </div>
      {picture.isError && (
        <p className="govuk-error-message" role="alert">
          {t('chart.noPng')}
        </p>
      )}
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
              t(month.trial ? 'variation.none' : `signal.${month.signal}`),
            ],
          }))}
        />
      </Details>
    </section>
  )
}

/** The months that have the same limits as the last one. */
function phaseOf(months: FigureSummary['chart']): FigureSummary['chart'] {
  return months.filter(({ phase }) => phase === months.at(-1)?.phase)
}

/** Describes the chart from the same numbers. After a note that draws new limits, it is about the months since then. */
function inWords(t: InsightText, { chart, unit }: FigureSummary, firm: boolean): string {
  const months = phaseOf(chart)
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return ''
  if (!firm) return `${monthAndYear(last.from)}: ${valueInWords(t, rounded(last.value), unit)}`
  const marked = months.filter(({ variation }) => variation !== 'common-cause').length
  return [
    t('chart.description', {
      first: monthAndYear(first.from),
      last: monthAndYear(last.from),
      mean: limitOf(last.mean, unit),
      lower: limitOf(last.lower, unit),
      upper: limitOf(last.upper, unit),
      value: valueInWords(t, rounded(last.value), unit),
      signal: t(`signal.${last.signal}`),
    }),
    t('chart.marked', { count: marked }),
  ].join(' ')
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
