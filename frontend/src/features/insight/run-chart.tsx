import type { Ref } from 'react'
import type { FigureSummary } from '../../api/types'
import { numberOf, shortMonth } from '../../text/dates'

type Month = FigureSummary['chart'][number]

const WIDTH = 720
const HEIGHT = 300
const LEFT = 16
const RIGHT = 150
const TOP = 20
const BOTTOM = 34
/** A line of labels is this high. */
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
  svgRef: Ref<SVGSVGElement>
}

/** A run chart of months (XmR): the mean, the limits, and marks that differ in shape and colour. */
export function RunChart({ months, title, description, label, most, least, svgRef }: RunChartProps) {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return null
  const lower = clipped(first.lower, least, most)
  const upper = clipped(first.upper, least, most)
  const all = [...months.map(({ value }) => value), ...[lower, upper].filter((limit) => limit !== undefined)]
  const low = least === 0 ? 0 : Math.min(...all)
  const span = Math.max(...all) - low || 1
  const length = monthsBetween(first, last)
  const x = (month: Month) => LEFT + (monthsBetween(first, month) * (WIDTH - LEFT - RIGHT)) / Math.max(1, length)
  const y = (value: number) => HEIGHT - BOTTOM - ((value - low) * (HEIGHT - TOP - BOTTOM)) / span
  const step = Math.ceil((length + 1) / 8)
  const lines = apart(
    [
      { at: first.mean, text: label.mean, dashed: false },
      ...(upper === undefined || label.upper === undefined ? [] : [{ at: upper, text: label.upper, dashed: true }]),
      ...(lower === undefined || label.lower === undefined ? [] : [{ at: lower, text: label.lower, dashed: true }]),
    ].map((line) => ({ ...line, y: y(line.at) })),
  )
  return (
    <svg
      ref={svgRef}
      xmlns="http://www.w3.org/2000/svg"
      className="run-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby="run-chart-title"
      aria-describedby="run-chart-description"
      fontFamily="Atkinson Hyperlegible Next Variable, system-ui, sans-serif"
      fontSize="14"
    >
      <title id="run-chart-title">{title}</title>
      <desc id="run-chart-description">{description}</desc>
      <rect width={WIDTH} height={HEIGHT} fill="#ffffff" />
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} stroke={RULE} />
      {lines.map(({ at, text, dashed, labelY }) => (
        <g key={text}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(at)}
            y2={y(at)}
            stroke={dashed ? QUIET : INK}
            strokeWidth="1.5"
            strokeDasharray={dashed ? '6 4' : undefined}
          />
          <text x={WIDTH - RIGHT + 10} y={labelY + 5} fill={QUIET}>
            {text}
          </text>
        </g>
      ))}
      <path d={pathOf(months, x, y)} fill="none" stroke={OWN} strokeWidth="2" />
      {months.map((month) => (
        <Mark key={month.from} variation={month.variation} x={x(month)} y={y(month.value)} />
      ))}
      {months.map(
        (month, at) =>
          monthsBetween(month, last) % step === 0 && (
            <text
              key={month.from}
              x={x(month)}
              y={HEIGHT - 10}
              textAnchor={at === 0 ? 'start' : 'middle'}
              fill={QUIET}
            >
              {shortMonth(month.from)}
            </text>
          ),
      )}
    </svg>
  )
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
export function pathOf(months: Month[], x: (month: Month) => number, y: (value: number) => number): string {
  return months
    .map((month, at) => {
      const before = months[at - 1]
      const joined = before !== undefined && monthsBetween(before, month) === 1
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

/** Moves labels apart that would cover each other. */
function apart<Line extends { y: number }>(lines: Line[]): (Line & { labelY: number })[] {
  let above = -Infinity
  return [...lines]
    .sort((one, other) => one.y - other.y)
    .map((line) => {
      above = Math.max(line.y, above + LINE)
      return { ...line, labelY: above }
    })
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
