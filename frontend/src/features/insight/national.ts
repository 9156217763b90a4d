import Papa from 'papaparse'
import type { FigureSummary } from '../../api/types'
import { numberOf } from '../../text/dates'

/** A measure of one council in one financial year. */
export interface NationalValue {
  /** "2022-23" */
  year: string
  council: string
  measure: string
  value: number
  /** The middle of all councils; undefined if the file has none. */
  median: number | undefined
}

const COLUMNS = ['Financial year', 'Local authority name', 'Measure', 'Value', 'MEDIAN']

/** Reads a file of published measures; undefined if a column is missing. A row without a value is left out. */
export function readNational(text: string): NationalValue[] | undefined {
  const [head, ...rows] = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data
  const places = COLUMNS.map((column) => head?.indexOf(column) ?? -1)
  if (places.includes(-1)) return undefined
  return rows.flatMap((row) => {
    const [year = '', council = '', measure = '', value = '', median = ''] = places.map((place) => row[place]?.trim())
    if (!/^\d{4}-\d\d$/.test(year) || value === '' || !Number.isFinite(Number(value))) return []
    const middle = Number(median)
    return [
      {
        year,
        council,
        // The prefix is the same for all of them.
        measure: measure.replace(/^Outcome, (Outcome of )?/, ''),
        value: Number(value),
        median: median === '' || !Number.isFinite(middle) ? undefined : middle,
      },
    ]
  })
}

/** The values of a council, by measure, the earliest year first. */
export function measuresOf(values: NationalValue[], council: string): Map<string, NationalValue[]> {
  const measures = new Map<string, NationalValue[]>()
  for (const value of values.filter((each) => each.council === council)) {
    measures.set(value.measure, [...(measures.get(value.measure) ?? []), value])
  }
  return new Map(
    [...measures]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([measure, years]) => [measure, years.sort((one, other) => one.year.localeCompare(other.year))]),
  )
}

/** "0.412", "74.0", "1,509.7" */
export function measured(value: number): string {
  const decimals = Math.abs(value) < 1 ? 3 : 1
  return numberOf(value, undefined, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** The years as points of a run chart. They are too few for limits. */
export function pointsOf(years: NationalValue[]): FigureSummary['chart'] {
  const mean = years.reduce((sum, { value }) => sum + value, 0) / years.length
  return years.map(({ year, value }) => ({
    from: `${year.slice(0, 4)}-04-01`,
    value,
    mean,
    phase: 0,
    trial: true,
    signal: 'none',
    variation: 'common-cause',
  }))
}
