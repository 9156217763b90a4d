import { useId, type Ref } from 'react'
import type { FigureSummary } from '../../api/types'
import { useWidth } from '../../page/width'
import { numberOf, shortMonth } from '../../text/dates'

type Month = FigureSummary['chart'][number]

/** The chart is drawn for the width that it has, up to this one. A wider one is a larger picture of the same. */
const WIDEST = 720
const NARROWEST = 280
/** Below this width the labels beside the lines have two lines of text, and there are fewer months below. */
const NARROW = 560
const HEIGHT = 300
const LEFT = 16
const TOP = 20
const BOTTOM = 34
/** A note's mark is this high. */
const NOTE = 22
/** A line of text is this high. */
const LINE = 16

/* The chart is downloaded as a file of its own, so its colours are in it and not in the style sheet. */
const INK = '#1b2a2f'
const QUIET = '#4a575c'
const RULE = '#e4daca'
const OWN = '#0f5257'
const GOOD = '#2e86c1'
const OTHER = '#c05a00'

interface RunChartProps {
  months: Month[]
  title: string
  description: string
  label: { mean: string; upper?: string; lower?: string }
  /** The largest value that there can be. */
  most?: number | undefined
  /** The smallest value that there can be. */
  least?: number | undefined
  /** The days of the notes under the chart, with their numbers. */
  notes: { number: number; day: string }[]
  /** How many months are from one point to the next. */
  every?: number
  /** The name of a point below the chart. */
  nameOf?: (from: string) => string
  svgRef?: Ref<SVGSVGElement>
}

/**
 * A run chart of months (XmR): the mean, the limits, and marks that differ in shape and colour. Each phase has limits of its
 * own. Below twelve months a phase has none.
 */
export function RunChart(props: RunChartProps) {
  const [watch, room] = useWidth(WIDEST)
  return (
    <div className="run-chart" ref={watch}>
      <Drawing {...props} width={Math.min(WIDEST, Math.max(NARROWEST, room))} />
    </div>
  )
}

function Drawing(props: RunChartProps & { width: number }) {
  const { months, title, description, label, most, least, notes, svgRef, width } = props
  const { every = 1, nameOf = shortMonth } = props
  const id = useId()
  const narrow = width < NARROW
  const right = width - (narrow ? 92 : 150)
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return null
  const bound = (limit: number | undefined) => clipped(limit, least, most)
  const limits = months.filter(({ trial }) => !trial).flatMap(({ lower, upper }) => [bound(lower), bound(upper)])
  const all = [...months.map(({ value }) => value), ...limits.filter((limit) => limit !== undefined)]
  const marks = stacked(notes, first, last)
  const top = TOP + marks.reduce((highest, { place }) => Math.max(highest, place + 1), 0) * NOTE
  // Notes take no room from the chart.
  const height = HEIGHT + top - TOP
  const low = least === 0 ? 0 : Math.min(...all)
  const span = Math.max(...all) - low || 1
  const length = monthsBetween(first, last)
  const x = (month: { from: string }) => LEFT + (monthsBetween(first, month) * (right - LEFT)) / Math.max(1, length)
  const y = (value: number) => height - BOTTOM - ((value - low) * (height - top - BOTTOM)) / span
  const step = every * Math.ceil((length / every + 1) / (narrow ? 3 : 8))
  const labels = apart(
    [
      { at: last.mean, text: label.mean },
      { at: bound(last.upper), text: label.upper },
      { at: bound(last.lower), text: label.lower },
    ].flatMap(({ at, text }) => (at === undefined || text === undefined ? [] : [{ text, y: y(at) }])),
    narrow ? 2 * LINE + 2 : LINE,
    height - (narrow ? LINE : 0),
  )
  return (
    <svg
      ref={svgRef}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}description`}
      fontFamily="Atkinson Hyperlegible Next Variable, system-ui, sans-serif"
      fontSize="14"
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}description`}>{description}</desc>
      <rect width={width} height={height} fill="#ffffff" />
      <line x1={LEFT} x2={right} y1={height - BOTTOM} y2={height - BOTTOM} stroke={RULE} />
      {phasesOf(months).map((phase) => (
        <Limits
          key={phase.months[0].from}
          x1={x(phase.months[0])}
          x2={phase.latest ? right : x(phase.last)}
          mean={y(phase.last.mean)}
          limits={
            phase.last.trial
              ? []
              : [bound(phase.last.upper), bound(phase.last.lower)].flatMap((limit) =>
                  limit === undefined ? [] : [y(limit)],
                )
          }
        />
      ))}
      {labels.map(({ text, labelY }) => (
        <text key={text} y={labelY + 5} fill={QUIET}>
          {linesOf(text, narrow).map((line, at) => (
            <tspan key={line} x={right + 10} dy={at === 0 ? 0 : LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {marks.map(({ number, month, place }) => (
        <g key={number}>
          <line
            x1={x(month)}
            x2={x(month)}
            y1={TOP + place * NOTE}
            y2={height - BOTTOM}
            stroke={QUIET}
            strokeDasharray="2 3"
          />
          <circle cx={x(month)} cy={TOP - 8 + place * NOTE} r="9" fill="#ffffff" stroke={INK} />
          <text x={x(month)} y={TOP - 4 + place * NOTE} textAnchor="middle" fontSize="12" fill={INK}>
            {number}
          </text>
        </g>
      ))}
      <path d={pathOf(months, x, y, every)} fill="none" stroke={OWN} strokeWidth="2" />
      {months.map((month) => (
        <Mark
          key={month.from}
          variation={month.trial ? 'common-cause' : month.variation}
          x={x(month)}
          y={y(month.value)}
        />
      ))}
      {months.map(
        (month, at) =>
          monthsBetween(month, last) % step === 0 && (
            <text key={month.from} x={x(month)} y={height - 10} textAnchor={at === 0 ? 'start' : 'middle'} fill={QUIET}>
              {nameOf(month.from)}
            </text>
          ),
      )}
    </svg>
  )
}

interface Phase {
  months: [Month, ...Month[]]
  last: Month
  latest: boolean
}

/** The phases of a chart: the months that share limits. */
function phasesOf(months: Month[]): Phase[] {
  const phases: Phase[] = []
  for (const month of months) {
    const phase = phases.at(-1)
    if (phase?.last.phase === month.phase) {
      phase.months.push(month)
      phase.last = month
    } else {
      if (phase) phase.latest = false
      phases.push({ months: [month], last: month, latest: true })
    }
  }
  return phases
}

/** The lines of a phase: the mean, and dashed limits. */
function Limits({ x1, x2, mean, limits }: { x1: number; x2: number; mean: number; limits: number[] }) {
  return (
    <>
      <line x1={x1} x2={x2} y1={mean} y2={mean} stroke={INK} strokeWidth="1.5" />
      {/* Equal months have equal limits. */}
      {[...new Set(limits)].map((limit) => (
        <line
          key={limit}
          x1={x1}
          x2={x2}
          y1={limit}
          y2={limit}
          stroke={QUIET}
          strokeWidth="1.5"
          strokeDasharray="6 4"
        />
      ))}
    </>
  )
}

/** The notes whose month is in the chart. Those of one month are above each other. */
function stacked(notes: RunChartProps['notes'], first: Month, last: Month) {
  const shown = notes
    .map(({ number, day }) => ({ number, month: { from: day.slice(0, 7) } }))
    .filter(({ month }) => monthsBetween(first, month) >= 0 && monthsBetween(month, last) >= 0)
  return shown.map((note, at) => ({
    ...note,
    place: shown.slice(0, at).filter(({ month }) => month.from === note.month.from).length,
  }))
}

/** A circle for chance, a square for better, a diamond for worse or otherwise unusual. */
function Mark({ variation, x, y }: { variation: Month['variation']; x: number; y: number }) {
  if (variation === 'common-cause') return <circle cx={x} cy={y} r="4" fill={OWN} />
  return variation === 'improvement' ? (
    <rect x={x - 5} y={y - 5} width="10" height="10" fill={GOOD} />
  ) : (
    <path d={`M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z`} fill={OTHER} />
  )
}

/** The months as a line, for a list of figures. The words beside it say the same. */
export function Sparkline({ months }: { months: Month[] }) {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined || months.length < 2) return null
  const values = months.map(({ value }) => value)
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const x = (month: Month) => 4 + (monthsBetween(first, month) * 112) / monthsBetween(first, last)
  const y = (value: number) => 28 - ((value - low) * 24) / span
  return (
    <svg className="sparkline" viewBox="0 0 120 32" aria-hidden="true">
      <path d={pathOf(months, x, y)} fill="none" stroke={OWN} strokeWidth="2" strokeLinecap="round" />
      <circle cx={x(last)} cy={y(last.value)} r="3.5" fill={OWN} />
    </svg>
  )
}

/** The line through the months. It is broken where a month has no value. */
export function pathOf(months: Month[], x: (month: Month) => number, y: (value: number) => number, every = 1): string {
  return months
    .map((month, at) => {
      const before = months[at - 1]
      const joined = before !== undefined && monthsBetween(before, month) === every
      return `${joined ? 'L' : 'M'}${round(x(month))} ${round(y(month.value))}`
    })
    .join('')
}

/** How many months lie between two, the later one included. */
function monthsBetween(one: { from: string }, other: { from: string }): number {
  return monthNumber(other.from) - monthNumber(one.from)
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** A label in one line, or with its number below its words. */
function linesOf(text: string, narrow: boolean): string[] {
  const gap = text.lastIndexOf(' ')
  return narrow && gap > 0 ? [text.slice(0, gap), text.slice(gap + 1)] : [text]
}

/** Moves labels of a height apart that would cover each other, and up from the lowest place. */
function apart<Line extends { y: number }>(lines: Line[], height: number, lowest: number) {
  let above = -Infinity
  const down = [...lines]
    .sort((one, other) => one.y - other.y)
    .map((line) => {
      above = Math.max(line.y, above + height)
      return { ...line, labelY: above }
    })
  let below = lowest + height
  return down
    .reverse()
    .map((line) => {
      below = Math.min(line.labelY, below - height)
      return { ...line, labelY: below }
    })
    .reverse()
}

function clipped(value: number | undefined, least = -Infinity, most = Infinity): number | undefined {
  return value === undefined ? undefined : Math.min(most, Math.max(least, value))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A limit as it is drawn: a share is never above 100 or below 0. */
export function limitOf(value: number | undefined, unit: FigureSummary['unit']): string {
  const bound = clipped(value, unit === 'change' ? undefined : 0, unit === 'percent' ? 100 : undefined)
  return bound === undefined ? '' : numberOf(Math.round(bound * 10) / 10)
}
