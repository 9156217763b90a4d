import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FigureDetail, FigurePublication } from '../../api/types'
import { Button } from '../../govuk/button'
import { useCouncil } from './council-name'
import { csvOf, download } from './download'
import { aboutFile, type Cell } from './files'
import type { InsightText } from './in-words'
import { publicationQuery, type Filter } from './queries'

/** Downloads the numbers as the council publishes them. The service rounds them. */
export function Publish({ detail, filter }: { detail: FigureDetail; filter: Filter }) {
  const { t } = useTranslation('insight')
  const council = useCouncil()
  const client = useQueryClient()
  const { figure } = detail.summary
  const keep = useMutation({
    mutationFn: async () => {
      const published = await client.fetchQuery(publicationQuery(figure, filter))
      const rows = publishedRows(t, detail, filter, council, published)
      download(`${figure}-rounded.csv`, 'text/csv;charset=utf-8', csvOf(rows))
    },
  })
  return (
    <>
      <Button
        type="button"
        className="govuk-button--secondary"
        busy={keep.isPending}
        onClick={() => {
          if (!keep.isPending) keep.mutate()
        }}
      >
        {t('published.csv')}
      </Button>
      {keep.isError && (
        <p className="govuk-error-message" role="alert">
          {t('published.failed')}
        </p>
      )}
    </>
  )
}

type Published = FigurePublication['periods'][number]['counts'][number]

/** The rows of the file: what it is, that it is rounded and how, the symbols, and a row for each period. */
export function publishedRows(
  t: InsightText,
  detail: FigureDetail,
  filter: Filter,
  council: string,
  { definition, periods }: FigurePublication,
): Cell[][] {
  const [first] = periods
  const columns = (first?.counts ?? []).flatMap(({ figure, part }, at) =>
    [
      { name: t('table.value'), value: (count: Published) => count.value },
      { name: t('table.part'), value: (count: Published) => count.part, absent: part === undefined },
      { name: t('table.base'), value: (count: Published) => count.base },
    ]
      .filter(({ absent }) => absent !== true)
      .map(({ name, value }) => ({
        at,
        name: at === 0 ? name : t('published.of', { name: t(`figure.${figure}.name`), column: name }),
        value,
      })),
  )
  const reasons = [
    ...new Set(periods.flatMap(({ counts }) => (counts[0]?.notCounted ?? []).map(({ reason }) => reason))),
  ]
  return [
    ...aboutFile(t, detail, filter, council),
    [t('published.version'), definition],
    [t('published.rounded'), t('published.how')],
    ['[c]', t('published.confidential')],
    ['[x]', t('published.notAvailable')],
    ['[w]', t('published.none')],
    ['[low]', t('published.low')],
    [],
    [
      t('csv.from'),
      t('csv.to'),
      t('published.revised'),
      ...columns.map(({ name }) => name),
      ...reasons.map((reason) => t(`reason.${reason}`)),
    ],
    ...periods.map(({ from, to, revised, counts }) => [
      from,
      to,
      t(revised ? 'csv.yes' : 'csv.no'),
      ...columns.map(({ at, value }) => {
        const count = counts[at]
        return count === undefined ? undefined : value(count)
      }),
      ...reasons.map((reason) => counts[0]?.notCounted.find((each) => each.reason === reason)?.number ?? ''),
    ]),
  ]
}
