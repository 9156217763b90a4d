import { useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingChoices, ClosurePreview } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import type { FormError } from '../../page/form'
import { paths } from '../../page/paths'
import { longDate, timeRange } from '../../text/dates'
import { choiceOf, chosen, type Choices } from '../session-change/choices'
import { ChooseForBookings } from '../session-change/choose-for-bookings'

interface PreviewOfClosureProps {
  preview: ClosurePreview
  busy: boolean
  /** The error of the choices, and the way to show errors on the page. */
  error: ReactNode
  fail: (errors: FormError<string>[]) => boolean
  onClose: (bookings: BookingChoices) => void
}

/** The sessions on the days of a closure, and the choice for each booking in them. */
export function PreviewOfClosure({ preview, busy, error, fail, onClose }: PreviewOfClosureProps) {
  const { t } = useTranslation(['hub', 'session-change'])
  const { affectedSessions, bookings } = preview
  const [choices, setChoices] = useState<Choices>({ all: '', each: {} })
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that asked for the preview is gone.
  useLayoutEffect(() => heading.current?.focus(), [])

  function send(event: FormEvent) {
    event.preventDefault()
    const open = bookings.some((booking) => choiceOf(booking, choices, 'keep') === '')
    if (fail(open ? [{ field: 'choices', text: t('session-change:error.choices') }] : [])) return
    onClose(chosen(bookings, choices, 'keep'))
  }

  return (
    <section aria-labelledby="touched">
      <InsetText>
        <h2 className="govuk-heading-s" id="touched" tabIndex={-1} ref={heading}>
          {t('closures.touched', { count: affectedSessions.length })}
        </h2>
        <ul className="govuk-list">
          {affectedSessions.map((session) => (
            <li key={session.id}>
              <a className="govuk-link" href={paths.session(session.id)}>
                {[longDate(session.date), timeRange(session.starts, session.ends)].join(', ')}
              </a>
              {[session.kind, session.room, t('closures.booked', { count: session.booked })]
                .filter(Boolean)
                .map((part) => `, ${part}`)}
            </li>
          ))}
        </ul>
      </InsetText>
      <form noValidate onSubmit={send}>
        {bookings.length > 0 && (
          <ChooseForBookings bookings={bookings} choices={choices} onChange={setChoices} without="keep" error={error} />
        )}
        <Button busy={busy}>{t(busy ? 'closures.adding' : 'closures.add')}</Button>
      </form>
    </section>
  )
}
