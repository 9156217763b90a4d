import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { Absence } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { timeOfDay } from '../../text/dates'
import { Panel } from '../board/panel'
import { BookingFacts, BookingGone, useBooking } from './booking-of-address'
import { useDidNotAttend } from './queries'

export const page = { Component: DidNotAttend }

const REASONS = ['forgot', 'ill', 'could-not-get-here', 'chose-not-to', 'do-not-know'] as const
const NEXTS = ['ring-them', 'rebook', 'nothing'] as const

/** Marks a person as absent, with the reason and what happens next, if they are known. */
function DidNotAttend() {
  const { t } = useTranslation(['booking', 'board'])
  const { board, found, call, done } = useBooking()
  const form = useForm({ reason: '', next: '' })
  const absent = useDidNotAttend()
  const { busy, send } = useSendOnce(absent)
  const [was] = useState(found)
  if (!was) return <BookingGone board={board} />
  const { booking, slot } = was

  function submit(event: FormEvent) {
    event.preventDefault()
    form.fail([])
    const { reason, next } = form.values
    const absence = { ...(reason && { reason }), ...(next && { next }) } as Absence
    send(
      { bookingId: booking.id, absence },
      {
        onSuccess: () =>
          done(
            t(next === 'ring-them' ? 'absent.doneRing' : 'absent.done', { name: call(booking.personName) }),
            booking,
          ),
        onError: (error) =>
          form.fail([
            {
              text:
                error instanceof Problem && error.type === 'not-started'
                  ? t('absent.notYet', { time: timeOfDay(slot.starts) })
                  : problemText(error),
            },
          ]),
      },
    )
  }

  return (
    <Panel
      heading={t('absent.heading')}
      title={t('absent.title', { name: call(booking.personName) })}
      close={board}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <BookingFacts booking={booking} slot={slot} />
      <form noValidate onSubmit={submit}>
        <Radios
          name="reason"
          className="govuk-radios--small"
          legend={{ text: t('absent.reason'), className: 'govuk-fieldset__legend--s' }}
          items={REASONS.map((value) => ({ value, text: t(`board:absence.reason.${value}`) }))}
          value={form.values.reason}
          onChange={form.set('reason')}
        />
        <Radios
          name="next"
          className="govuk-radios--small"
          legend={{ text: t('absent.next'), className: 'govuk-fieldset__legend--s' }}
          items={NEXTS.map((value) => ({ value, text: t(`board:absence.next.${value}`) }))}
          value={form.values.next}
          onChange={form.set('next')}
        />
        <div className="panel__send">
          <Button busy={busy}>{t(busy ? 'absent.sending' : 'absent.send')}</Button>
        </div>
      </form>
    </Panel>
  )
}
