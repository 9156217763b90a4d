import { useTranslation } from 'react-i18next'
import type { ComparedPool, ComparedRate, Comparison } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { Table } from '../../govuk/table'
import { numberOf, plainDate } from '../../text/dates'
import { useCouncil } from '../insight/council-name'
import { csvOf, download } from '../insight/download'
import { placeName, ratesOf, reasonInWords, type ComparisonText } from './in-words'

type Cell = string | number | undefined

/** All rates in a table, the same as a file with the definitions, and what counts. */
export function Numbers({ comparison, pools }: { comparison: Comparison; pools: ComparedPool[] }) {
  const { t } = useTranslation('comparison')
  const council = useCouncil()
  const rates = ratesOf(pools)
  return (
    <>
      <Table
        caption={t('table.caption')}
        captionClassName="govuk-table__caption--m"
        className="stacks"
        firstCellIsHeader
        head={(['measure', 'own', 'pooled', 'half', 'place'] as const).map((column) => ({
          text: t(`table.${column}`),
        }))}
        rows={rates.map((rate) => ({
          key: rate.rate,
          cells: [
            t(`rate.${rate.rate}.name`),
            rate.own.percent === undefined
              ? t('table.none')
              : t('table.ofPeople', {
                  percent: numberOf(rate.own.percent),
                  x: numberOf(rate.own.x),
                  n: numberOf(rate.own.n),
                }),
            rate.pooled.percent === undefined
              ? t('table.withheld', { reason: reasonInWords(rate.pooled.withheld ?? '') })
              : `${numberOf(rate.pooled.percent)}%`,
            half(t, rate),
            placeName(rate) ?? '',
          ],
        }))}
      />
      <div className="govuk-button-group not-printed">
        <Button
          type="button"
          className="govuk-button--secondary"
          onClick={() => {
            download(
              `benchmark-${comparison.from}.csv`,
              'text/csv;charset=utf-8',
              csvOf(rowsOfFile(t, comparison, pools, council)),
            )
          }}
        >
          {t('csv.save')}
        </Button>
        <Button type="button" className="govuk-button--secondary" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <Details summary={t('definition')}>
        <dl className="govuk-body">
          {rates.map(({ rate }) => (
            <div key={rate}>
              <dt className="govuk-!-font-weight-bold">{t(`rate.${rate}.name`)}</dt>
              <dd className="govuk-!-margin-left-0 govuk-!-margin-bottom-2">{t(`rate.${rate}.what`)}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </>
  )
}

function half(t: ComparisonText, { quartiles }: ComparedRate): string {
  if (quartiles === undefined) return ''
  const { lower, upper, withheld } = quartiles
  return lower === undefined || upper === undefined
    ? t('table.withheld', { reason: reasonInWords(withheld ?? '') })
    : t('table.range', { lower: numberOf(lower), upper: numberOf(upper) })
}

/** The rows of the file: where they are from, the names of the columns, and a row for each rate with its definition. */
export function rowsOfFile(
  t: ComparisonText,
  comparison: Comparison,
  pools: ComparedPool[],
  council: string,
): Cell[][] {
  return [
    [t('csv.council'), council],
    ...(comparison.madeUp ? [[t('madeUp')]] : []),
    [
      t('table.measure'),
      t('csv.definition'),
      t('csv.period'),
      t('csv.pool'),
      ...(
        [
          'x',
          'n',
          'percent',
          'pooled',
          'lower',
          'upper',
          'lowerQuartile',
          'median',
          'upperQuartile',
          'withheld',
        ] as const
      ).map((column) => t(`csv.${column}`)),
    ],
    ...pools.flatMap((pool) =>
      pool.measures.map(({ rate, own, pooled, quartiles }) => [
        t(`rate.${rate}.name`),
        t(`rate.${rate}.what`),
        t('quarter', { from: plainDate(pool.from), to: plainDate(pool.to) }),
        t(`pool.${pool.pool}`),
        own.x,
        own.n,
        own.percent,
        pooled.percent,
        pooled.lower,
        pooled.upper,
        quartiles?.lower,
        quartiles?.median,
        quartiles?.upper,
        withheld(pooled.withheld ?? quartiles?.withheld),
      ]),
    ),
  ]
}

function withheld(reason: string | undefined): Cell {
  return reason === undefined ? undefined : reasonInWords(reason)
}
