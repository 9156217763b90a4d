import type { ComparedRate, Comparison } from '../../api/types'

/** A rate by its word in the API. */
export type Rate = ComparedRate['rate']

/** Whether a question can be asked about this rate: its quarters are published, and one of them is the better one. */
export function hasBetterQuarter({ better, quartiles }: ComparedRate): boolean {
  return better !== 'neutral' && quartiles?.median !== undefined
}

/** Whether the own rate most likely is in the better quarter. */
export function isInBetterQuarter({ better, place }: ComparedRate): boolean {
  const quarter = better === 'increase' ? 4 : better === 'decrease' ? 1 : 0
  return place?.first === quarter && place.last === quarter
}

/** The rates of all councils together in these comparisons, each once. */
export function nationalRates(comparisons: Comparison[]): ComparedRate[] {
  const rates = comparisons
    .flatMap(({ pools }) => pools)
    .filter(({ pool }) => pool === 'national')
    .flatMap(({ measures }) => measures)
  return rates.filter(({ rate }, at) => rates.findIndex((other) => other.rate === rate) === at)
}
