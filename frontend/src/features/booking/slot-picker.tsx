import { useState } from 'react'
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

/** The times of one day as radios, so that the arrow keys move between them; another day is one press away. */
export function SlotPicker({ slots, value, onChange, error }: SlotPickerProps) {
  const { t } = useTranslation('booking')
  const [choosingDay, setChoosingDay] = useState(false)
  const picked = slots.find((slot) => slot.id === value)
  const days = [...new Set(slots.map((slot) => slot.date))]
  const day = picked?.date ?? days[0]

  function go(to: Day) {
    const first = slots.find((slot) => slot.date === to)
    if (first) onChange(first.id)
    setChoosingDay(false)
  }

  return (
    <>
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
          <Radios
            name="day"
            className="govuk-radios--small days"
            legend={{ text: t('day.legend'), className: 'govuk-fieldset__legend--s' }}
            items={days.map((date) => ({ value: date, text: longDate(date) }))}
            value={day}
            onChange={go}
          />
        ) : (
          <button type="button" className="btn btn--quiet" onClick={() => setChoosingDay(true)}>
            {t('day.another')}
          </button>
        ))}
    </>
  )
}
