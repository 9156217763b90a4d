import { useTranslation } from 'react-i18next'
import type { ComparedRate } from '../../api/types'
import { rateInWords } from './in-words'

const WIDTH = 600
const HEIGHT = 64
const LEFT = 12
const RIGHT = 12
const LINE = 34

/**
 * A scale from 0 to 100 percent: the middle half of the councils as a band, the rate of all together with its margin as a
 * bar, and the own rate with the margin of chance as a dot. No single council is drawn.
 */
export function RateChart({ rate }: { rate: ComparedRate }) {
  const { t } = useTranslation('comparison')
  const { own, pooled, quartiles } = rate
  const x = (percent: number) => LEFT + (percent * (WIDTH - LEFT - RIGHT)) / 100
  return (
    <svg
      className="comparison-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={rateInWords(t, rate).join(' ')}
    >
      {quartiles?.lower !== undefined && quartiles.upper !== undefined && (
        <rect
          className="comparison-chart__band"
          x={x(quartiles.lower)}
          width={Math.max(1, x(quartiles.upper) - x(quartiles.lower))}
          y={LINE - 18}
          height={36}
        />
      )}
      <line className="comparison-chart__axis" x1={x(0)} x2={x(100)} y1={LINE} y2={LINE} />
      {[0, 50, 100].map((percent) => (
        <text
          key={percent}
          className="comparison-chart__tick"
          x={x(percent)}
          y={HEIGHT - 1}
          textAnchor={anchor(percent)}
        >
          {percent}%
        </text>
      ))}
      {pooled.lower !== undefined && pooled.upper !== undefined && (
        <rect
          className="comparison-chart__pooled"
          x={x(pooled.lower) - 1}
          width={x(pooled.upper) - x(pooled.lower) + 2}
          y={LINE - 14}
          height={28}
        />
      )}
      {own.percent !== undefined && own.lower !== undefined && own.upper !== undefined && (
        <>
          <line className="comparison-chart__own" x1={x(own.lower)} x2={x(own.upper)} y1={LINE} y2={LINE} />
          <circle className="comparison-chart__dot" cx={x(own.percent)} cy={LINE} r={7} />
        </>
      )}
    </svg>
  )
}

function anchor(percent: number): 'start' | 'middle' | 'end' {
  if (percent === 0) return 'start'
  return percent === 100 ? 'end' : 'middle'
}
