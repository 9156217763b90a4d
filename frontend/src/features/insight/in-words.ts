import type { TFunction } from 'i18next'
import type { FigureDetail, FigureSummary } from '../../api/types'
import { monthAndYear, monthOf, numberOf, plainDate } from '../../text/dates'
import type { Code, Filter } from './queries'

export type InsightText = TFunction<'insight'>
export type InPeriod = NonNullable<FigureSummary['latest']>
type Unit = FigureSummary['unit']

/** "7 days", "42.9%", or that the figure is not shown. */
export function valueInWords(t: InsightText, value: number | undefined, unit: Unit): string {
  if (value === undefined) return t('value.none')
  switch (unit) {
    case 'percent':
      return t('value.percent', { value: numberOf(value) })
    case 'change':
      return signed(value)
    case 'days':
    case 'minutes':
    case 'people':
      return t(`value.${unit}`, { count: value })
  }
}

function signed(value: number): string {
  return value > 0 ? `+${numberOf(value)}` : numberOf(value).replace('-', '−')
}

/** The part of the council that a page is filtered to, in words, or undefined for the whole. */
export function partInWords(t: InsightText, { hubs }: FigureDetail, { hubId, kind }: Filter): string | undefined {
  const hub = hubs.find(({ key }) => key === hubId)?.name ?? t('group.oneHub')
  const parts = [hubId === undefined ? undefined : hub, kind].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** Whether a figure is of today only, so that no month can be compared with another. */
export function isOfToday({ latest }: FigureSummary): boolean {
  return latest !== undefined && latest.from === latest.to
}

/** "October to December 2025", "November 2025", or today. */
export function periodInWords(t: InsightText, { from, to }: { from: string; to: string }): string {
  if (from === to) return t('period.now', { date: plainDate(from) })
  return from.slice(0, 7) === to.slice(0, 7)
    ? monthAndYear(from)
    : t('period.quarter', { from: monthOf(from), to: monthAndYear(to) })
}

/** The finding: the figure of the latest complete period in one sentence. */
export function headline(t: InsightText, { figure, unit, latest }: FigureSummary): string {
  const value = latest?.count.value
  return value === undefined
    ? t(`figure.${figure}.name`)
    : t(`figure.${figure}.headline`, { count: value, value: unit === 'change' ? signed(value) : numberOf(value) })
}

/** The figure of the period before, with its name, because months without a value may lie between. */
export function before(t: InsightText, { unit, previous }: FigureSummary): string {
  const value = previous?.count.value
  return previous === undefined || value === undefined
    ? ''
    : t('before', { period: periodInWords(t, previous), value: valueInWords(t, value, unit) })
}

/** Whether the last month is unusual, with the month, because a figure beside it may be of a quarter. */
export function variationInWords(t: InsightText, { variation, chart }: FigureSummary): string {
  const last = chart.at(-1)
  const words = t(`variation.${variation ?? 'none'}`)
  return variation === undefined || last === undefined ? words : t('ofMonth', { month: monthAndYear(last.from), words })
}

/** Whether a figure is about bookings, whose people hub staff know. The services decide who sees them. */
export function isOfBookings(figure: Code): boolean {
  return figure === 'attended' || figure === 'places-used' || figure === 'waiting-now'
}

/** Whether the people of a figure can be listed. A place has none. */
export function hasPeople(figure: Code): boolean {
  return figure !== 'places-used'
}
