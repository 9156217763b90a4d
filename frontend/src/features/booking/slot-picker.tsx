import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { FreeSlot } from '../../api/types'
import { Radios } from '../../govuk/choices'
import { useNow } from '../../page/now'
import { dayOfMonth, hasStarted, longDate, timeOfDay, timeRange, type Day } from '../../text/dates'

const NEAREST = 3

interface SlotPickerProps {
  /** The day that is asked for. */
  date: Day
  slots: FreeSlot[]
  value: string | undefined
  onChange: (slotId: string) => void
  error?: React.ReactNode
  /** Whether sessions are known to be planned for the day, so that a day without places is a full one. */
  planned?: boolean
  /** Lists the days after the last that is listed. */
  onLater?: () => void
}

/**
 * The times of one day as radios, so that the arrow keys move between them; another day is two presses away. A full day
 * says so, and offers the nearest places of other days.
 */
export function SlotPicker({ date, slots, value, onChange, error, planned = true, onLater }: SlotPickerProps) {
  const { t } = useTranslation('booking')
  const now = useNow()
  const [choosingDay, setChoosingDay] = useState(false)
  const [wanted, setWanted] = useState<Day>()
  const root = useRef<HTMLDivElement>(null)
  const legend = useId()
  const picked = slots.find((slot) => slot.id === value)
  const days = [...new Set(slots.map((slot) => slot.date))]
  const nearest = days.includes(date) ? [] : slots.filter((slot) => !hasStarted(slot, now)).slice(0, NEAREST)
  const full = !wanted && nearest.length > 0 && (!picked || nearest.includes(picked))
  const day = full ? date : (picked?.date ?? wanted ?? date)

  /** At once, or the next key would go to what is no longer there. */
  function show(change: () => void, focused: string) {
    flushSync(change)
    root.current?.querySelector<HTMLElement>(focused)?.focus()
  }

  function go(to: Day) {
    const ofDay = slots.filter((slot) => slot.date === to)
    const first = ofDay.find((slot) => !hasStarted(slot, now)) ?? ofDay[0]
    show(() => {
      // A day that is chosen again keeps its time.
      if (first && to !== picked?.date) onChange(first.id)
      setWanted(to)
      setChoosingDay(false)
    }, 'input[name=slot]:checked')
  }

  function whenInWords(slot: FreeSlot): string {
    if (full) return t('time.other', { day: longDate(slot.date), time: timeRange(slot.starts, slot.ends) })
    return hasStarted(slot, now) ? t('time.now', { ends: timeOfDay(slot.ends) }) : timeRange(slot.starts, slot.ends)
  }

  return (
    <div ref={root}>
      <Radios
        name="slot"
        className="govuk-radios--small times"
        legend={{
          text: full ? t(planned ? 'full.day' : 'full.noPlace', { day: dayOfMonth(day) }) : longDate(day),
          className: 'govuk-fieldset__legend--s',
        }}
        error={error}
        items={(full ? nearest : slots.filter((slot) => slot.date === day)).map((slot) => ({
          value: slot.id,
          text: (
            <>
              {whenInWords(slot)} <span className="times__left">{t('time.left', { count: slot.left })}</span>
            </>
          ),
        }))}
        value={value}
        onChange={onChange}
      />
      {(onLater || days.some((each) => each !== day)) &&
        (choosingDay ? (
          // Buttons, because a radio would choose with each press of an arrow key.
          <div role="group" aria-labelledby={legend}>
            <p className="govuk-label--s" id={legend}>
              {t('day.legend')}
            </p>
            <ul className="days" aria-live="polite">
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
            {onLater && (
              <button type="button" className="btn btn--quiet" onClick={onLater}>
                {t('day.later')}
              </button>
            )}
          </div>
        ) : (
          <button
            type="button"
            className="btn btn--quiet"
            onClick={() => show(() => setChoosingDay(true), '[aria-current], .days button, .days + button')}
          >
            {t('day.another')}
          </button>
        ))}
    </div>
  )
}
