import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedRate } from '../../api/types'
import { numberOf } from '../../text/dates'
import { rateInWords } from './in-words'

const HEIGHT = 84
const LINE = 40
const BELOW = 78
const ABOVE = 14
/** A label needs about so much of a narrow chart, in percent. */
const LABEL = 35

/**
 * A scale from 0 to 100 percent: the middle half of the councils as a band, the rate of all together with its margin as a
 * bar, and the own rate with the margin of chance as a dot. No single council is drawn. Places are percent of the width, so
 * that letters are as large on a telephone as on a wide page.
 */
export function RateChart({ rate }: { rate: ComparedRate }) {
  const { t } = useTranslation('comparison')
  const { own, pooled, quartiles } = rate
  const ends = [0, 100].filter((end) => pooled.percent === undefined || Math.abs(end - pooled.percent) > LABEL)
  return (
    <svg className="comparison-chart" height={HEIGHT} role="img" aria-label={rateInWords(t, rate).join(' ')}>
      <line className="comparison-chart__axis" x1="0%" x2="100%" y1={LINE} y2={LINE} />
      {quartiles?.lower !== undefined && quartiles.upper !== undefined && (
        <rect
          className="comparison-chart__band"
          x={`${quartiles.lower}%`}
          width={`${Math.max(0.5, quartiles.upper - quartiles.lower)}%`}
          y={LINE - 18}
          height={36}
          rx={6}
        />
      )}
      {pooled.lower !== undefined && pooled.upper !== undefined && (
        <line
          className="comparison-chart__pooled"
          x1={`${pooled.lower}%`}
          x2={`${pooled.upper}%`}
          y1={LINE}
          y2={LINE}
        />
      )}
      {pooled.percent !== undefined && (
        <>
          <rect
            className="comparison-chart__mark"
            x={`${pooled.percent}%`}
            transform="translate(-2)"
            width={4}
            y={LINE - 15}
            height={30}
            rx={2}
          />
          <Label percent={pooled.percent} y={BELOW}>
            {t('chart.label', { words: t('chart.pooled'), percent: numberOf(pooled.percent) })}
          </Label>
        </>
      )}
      {ends.map((end) => (
        <Label key={end} percent={end} y={BELOW} quiet>
          {end}%
        </Label>
      ))}
      {own.percent !== undefined && own.lower !== undefined && own.upper !== undefined && (
        <>
          <line className="comparison-chart__own" x1={`${own.lower}%`} x2={`${own.upper}%`} y1={LINE} y2={LINE} />
          <circle className="comparison-chart__dot" cx={`${own.percent}%`} cy={LINE} r={8} />
          <Label percent={own.percent} y={ABOVE}>
            {t('chart.label', { words: t('chart.own'), percent: numberOf(own.percent) })}
          </Label>
        </>
      )}
    </svg>
  )
}

interface LabelProps {
  percent: number
  y: number
  quiet?: boolean
  children: ReactNode
}

function Label({ percent, y, quiet = false, children }: LabelProps) {
  return (
    <text
      className={quiet ? 'comparison-chart__tick' : 'comparison-chart__label'}
      x={`${percent}%`}
      y={y}
      textAnchor={anchor(percent)}
    >
      {children}
    </text>
  )
}

function anchor(percent: number): 'start' | 'middle' | 'end' {
  if (percent < LABEL / 2) return 'start'
  return percent > 100 - LABEL / 2 ? 'end' : 'middle'
}
