import type { TFunction } from 'i18next'
import type { ComparedPool, ComparedRate, ComparedWait } from '../../api/types'
import { numberOf } from '../../text/dates'
import { lookup } from '../../text/lookup'

export type ComparisonText = TFunction<'comparison'>

/** The reason of a withheld figure. A reason that a later service has added is shown as it is. */
export function reasonInWords(reason: string): string {
  return lookup('comparison', 'reason', reason)
}

/** The own rate in one sentence. */
export function ownInWords(t: ComparisonText, { own }: ComparedRate): string {
  return own.percent === undefined
    ? t('own.none')
    : t('own.rate', { percent: numberOf(own.percent), x: numberOf(own.x), n: numberOf(own.n) })
}

/** The rate of all together in one sentence, or why it is withheld. */
export function pooledInWords(t: ComparisonText, { pooled }: ComparedRate): string {
  const { percent, lower, upper, withheld } = pooled
  return percent === undefined || lower === undefined || upper === undefined
    ? t('pooled.withheld', { reason: reasonInWords(withheld ?? '') })
    : t('pooled.rate', { percent: numberOf(percent), lower: numberOf(lower), upper: numberOf(upper) })
}

/** The spread of the councils in one sentence, why it is withheld, or nothing beside a figure that is withheld. */
export function quartilesInWords(t: ComparisonText, { quartiles }: ComparedRate): string | undefined {
  if (quartiles === undefined) return undefined
  const { lower, median, upper, withheld } = quartiles
  return lower === undefined || median === undefined || upper === undefined
    ? t('pooled.noQuartiles', { reason: reasonInWords(withheld ?? '') })
    : t('pooled.quartiles', { lower: numberOf(lower), median: numberOf(median), upper: numberOf(upper) })
}

/** The own place among the councils, without the sentence around it; nothing if it cannot be told. */
export function placeName({ place }: ComparedRate): string | undefined {
  return place && lookup('comparison', 'place', `${place.first}-${place.last}`)
}

/** The own place among the councils in one sentence; nothing where there are no quartiles. */
export function placeInWords(t: ComparisonText, rate: ComparedRate): string | undefined {
  if (rate.quartiles?.median === undefined || rate.own.percent === undefined) return undefined
  const place = placeName(rate)
  return place === undefined ? t('place.untold') : t('place.likely', { place, percent: rate.place?.percent })
}

/** Everything about a rate in sentences: what the page says, and what the chart says to those who do not see it. */
export function rateInWords(t: ComparisonText, rate: ComparedRate): string[] {
  return [ownInWords(t, rate), placeInWords(t, rate), pooledInWords(t, rate), quartilesInWords(t, rate)].filter(
    (sentence) => sentence !== undefined,
  )
}

/** The own and the common median wait in sentences. */
export function waitInWords(t: ComparisonText, wait: ComparedWait): string[] {
  const n = numberOf(wait.ownPeople)
  return [
    daysInWords(wait.ownDays, wait.ownOverDays, {
      none: () => t('own.none'),
      sameDay: () => t('own.sameDay', { n }),
      days: (count) => t('own.days', { count, n }),
      over: (count) => t('own.overDays', { count, n }),
    }),
    daysInWords(wait.days, wait.overDays, {
      none: () => t('pooled.withheld', { reason: reasonInWords(wait.withheld ?? '') }),
      sameDay: () => t('pooled.sameDay'),
      days: (count) => t('pooled.days', { count }),
      over: (count) => t('pooled.overDays', { count }),
    }),
  ]
}

interface DayWords {
  none: () => string
  sameDay: () => string
  days: (count: number) => string
  over: (count: number) => string
}

function daysInWords(days: number | undefined, over: number | undefined, words: DayWords): string {
  if (days === undefined) return over === undefined ? words.none() : words.over(over)
  return days === 0 ? words.sameDay() : words.days(days)
}

/** The rates that the page can show with their pool. */
export function ratesOf(pools: ComparedPool[]): ComparedRate[] {
  return pools.flatMap(({ measures }) => measures)
}
