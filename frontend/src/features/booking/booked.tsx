import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { shortcuts } from '../../page/device-preferences'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { longDate, timeRange } from '../../text/dates'
import { useStep } from '../board/queries'
import { Undo } from '../board/undo'
import { useShortcuts } from '../board/use-shortcuts'

/** A booking that was just made, with a button to undo it and one to book another person, as B does. */
export function Booked({ booking, name, onAnother }: { booking: Booking; name: string; onAnother: () => void }) {
  const { t } = useTranslation('booking')
  const heading = useRef<HTMLHeadingElement>(null)
  const step = useStep()
  const [wrong, setWrong] = useState<ReactNode>()
  const undone = step.isSuccess
  useShortcuts(shortcuts.on(), { b: onAnother })
  useLayoutEffect(() => heading.current?.focus(), [undone])

  function undo() {
    step.mutate({ step: 'undo', bookingId: booking.id }, { onError: (error) => setWrong(problemText(error)) })
  }

  return (
    <>
      <div className={undone ? 'done done--undone' : 'done'}>
        <h3 className="govuk-heading-m" ref={heading} tabIndex={-1}>
          {t(undone ? 'done.undone' : 'done.heading')}
        </h3>
        {undone ? (
          <p className="govuk-body">{t('done.undoneBody', { name })}</p>
        ) : (
          <>
            <p className="govuk-body">
              <strong>{name}</strong>
            </p>
            <p className="govuk-body">
              {longDate(booking.date)}
              <br />
              {timeRange(booking.starts, booking.ends)}
              <br />
              {booking.hubName}
            </p>
            <p className="govuk-body">
              <a className="govuk-link" href={paths.bookingSlip(booking.hubId, booking.date, booking.id)}>
                {t('done.slip')}
              </a>
              <br />
              <a className="govuk-link" href={paths.bookingRow(booking.hubId, booking.date, booking.id)}>
                {t('done.row')}
              </a>
            </p>
            <Undo what={name} busy={step.isPending} onUndo={undo} />
          </>
        )}
      </div>
      {wrong && <InsetText role="alert">{wrong}</InsetText>}
      <Button type="button" className="govuk-button--secondary" onClick={onAnother}>
        {t('done.another')}
      </Button>
    </>
  )
}
