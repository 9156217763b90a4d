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
  const x = (at: number) => LEFT + (at * (WIDTH - LEFT - RIGHT)) / Math.max(1, months.length - 1)
  const y = (value: number) => HEIGHT - BOTTOM - ((value - low) * (HEIGHT - TOP - BOTTOM)) / span
  const path = months.map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`).join('')
  const step = Math.ceil(months.length / 8)
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
      <path d={path} fill="none" stroke={OWN} strokeWidth="2" />
      {months.map((month, at) => (
        <Mark key={month.from} variation={month.variation} x={x(at)} y={y(month.value)} />
      ))}
      {months.map(
        ({ from }, at) =>
          (months.length - 1 - at) % step === 0 && (
            <text key={from} x={x(at)} y={HEIGHT - 10} textAnchor={at === 0 ? 'start' : 'middle'} fill={QUIET}>
              {shortMonth(from)}
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
  if (months.length < 2) return null
  const values = months.map(({ value }) => value)
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const x = (at: number) => 4 + (at * 112) / (months.length - 1)
  const y = (value: number) => 28 - ((value - low) * 24) / span
  return (
    <svg className="sparkline" viewBox="0 0 120 32" aria-hidden="true">
      <path
        d={values.map((value, at) => `${at === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`).join('')}
        fill="none"
        stroke={OWN}
        strokeWidth="2"
      />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r="3.5" fill={OWN} />
    </svg>
  )
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
