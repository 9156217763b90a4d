import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { FreeSlot } from '../../api/types'
import { Radios } from '../../govuk/choices'
import { Tag } from '../../govuk/tag'
import { longDate, timeRange, type Day } from '../../text/dates'

interface SlotPickerProps {
  slots: FreeSlot[]
  value: string | undefined
  onChange: (slotId: string) => void
  error?: React.ReactNode
}

/** The times of one day as radios, so that the arrow keys move between them; another day is two presses away. */
export function SlotPicker({ slots, value, onChange, error }: SlotPickerProps) {
  const { t } = useTranslation('booking')
  const [choosingDay, setChoosingDay] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const legend = useId()
  const picked = slots.find((slot) => slot.id === value)
  const days = [...new Set(slots.map((slot) => slot.date))]
  const day = picked?.date ?? days[0]

  /** At once, or the next key would go to what is no longer there. */
  function show(change: () => void, focused: string) {
    flushSync(change)
    root.current?.querySelector<HTMLElement>(focused)?.focus()
  }

  function go(to: Day) {
    const first = slots.find((slot) => slot.date === to)
    show(() => {
      // A day that is chosen again keeps its time.
      if (first && to !== day) onChange(first.id)
      setChoosingDay(false)
    }, 'input[name=slot]:checked')
  }

  return (
    <div ref={root}>
      <Radios
        name="slot"
        className="govuk-radios--small times"
        legend={{
          text: day ? t('time.legend', { day: longDate(day) }) : t('time.none'),
          className: 'govuk-fieldset__legend--s',
        }}
        error={error}
        items={slots
          .filter((slot) => slot.date === day)
          .map((slot) => ({
            value: slot.id,
            text: (
              <>
                {timeRange(slot.starts, slot.ends)}{' '}
                <span className="times__left">{t('time.left', { count: slot.left })}</span>
                {slot.hubClosed && (
                  <>
                    {' '}
                    <Tag className="govuk-tag--yellow">{t('time.hubClosed')}</Tag>
                  </>
                )}
              </>
            ),
          }))}
        value={value}
        onChange={onChange}
      />
      {days.length > 1 &&
        (choosingDay ? (
          // Buttons, because a radio would choose with each press of an arrow key.
          <div role="group" aria-labelledby={legend}>
            <p className="govuk-label--s" id={legend}>
              {t('day.legend')}
            </p>
            <ul className="days">
              {days.map((date) => (
                <li key={date}>
                  <button
                    type="button"
                    className="linkish"
                    aria-current={date === day ? 'true' : undefined}
                    onClick={() => go(date)}
                  >
                    {longDate(date)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <button
            type="button"
            className="btn btn--quiet"
            onClick={() => show(() => setChoosingDay(true), '[aria-current]')}
          >
            {t('day.another')}
          </button>
        ))}
    </div>
  )
}
