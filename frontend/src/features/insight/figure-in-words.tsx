import { useTranslation } from 'react-i18next'
import type { FigureDetail } from '../../api/types'
import { Button } from '../../govuk/button'
import { Tag } from '../../govuk/tag'
import { paths } from '../../page/paths'
import { numberOf } from '../../text/dates'
import {
  before,
  isOfToday,
  partInWords,
  periodInWords,
  valueInWords,
  variationInWords,
  type InsightText,
} from './in-words'
import { Beside } from './insights-page'
import type { Filter } from './queries'

/** The finding under the heading: when, compared with what, and what must be read with it. */
export function FigureInWords({ detail, filter }: { detail: FigureDetail; filter: Filter }) {
  const { t } = useTranslation(['insight', 'common'])
  const { t: words } = useTranslation('insight')
  const { summary } = detail
  const { latest } = summary
  const only = partInWords(words, detail, filter)
  const grains = (['quarter', 'month'] as const).map((by) => ({
    by,
    href: paths.insight(summary.figure, { ...address(filter), by }),
  }))
  return (
    <>
      {latest ? (
        <p className="govuk-body-l">
          {words(isOfToday(summary) ? 'latestToday' : 'latest', { period: periodInWords(words, latest) })}{' '}
          {before(words, summary)}
        </p>
      ) : (
        <p className="govuk-body-l">{words('empty')}</p>
      )}
      {latest && <Second detail={detail} t={words} />}
      {summary.latest && summary.chart.length > 0 && (
        <Tag className="govuk-tag--grey">{variationInWords(words, summary)}</Tag>
      )}
      <Beside beside={summary.beside} />
      {only !== undefined && (
        <p className="govuk-body">
          {words('group.only', { name: only })}{' '}
          <a className="govuk-link" href={paths.insight(summary.figure, { by: filter.by })}>
            {words('group.everywhere')}
          </a>
        </p>
      )}
      <div className="tools not-printed">
        <nav aria-label={words('by.label')}>
          {grains.map(({ by, href }) => (
            <a key={by} className="btn btn--quiet" href={href} aria-current={by === filter.by ? 'true' : undefined}>
              {words(`by.${by}`)}
            </a>
          ))}
        </nav>
        <Button type="button" className="govuk-button--secondary" onClick={() => window.print()}>
          {t('common:button.print')}
        </Button>
      </div>
    </>
  )
}

/** The filters as they stand in an address. */
export function address({ hubId, kind, by }: Filter): { hub?: string; kind?: string; by: string } {
  return { by, ...(hubId === undefined ? {} : { hub: hubId }), ...(kind === undefined ? {} : { kind }) }
}

/** The second number that the definition of a figure names. */
function Second({ detail: { summary }, t }: { detail: FigureDetail; t: InsightText }) {
  const count = summary.latest?.count
  if (count === undefined) return null
  const { figure, unit } = summary
  const numbers = { part: numberOf(count.part), base: numberOf(count.base) }
  if (figure === 'resolved')
    return <p className="govuk-body">{t('atOnce', { ...numbers, part: numberOf(count.also) })}</p>
  if (figure === 'waiting-now' && count.base > 0)
    return (
      <p className="govuk-body">
        {t('waiting', { ...numbers, largest: t('value.days', { count: count.largest ?? 0 }) })}
      </p>
    )
  if (unit !== 'days') return null
  const parts = { part: valueInWords(t, count.medianOfPart, unit), rest: valueInWords(t, count.medianOfRest, unit) }
  return <p className="govuk-body">{figure === 'wait' ? t('walkedIn', parts) : t('ages', parts)}</p>
}
