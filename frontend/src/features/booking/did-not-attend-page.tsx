import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { timeOfDay } from '../../text/dates'
import { Panel } from '../board/panel'
import { AbsenceFields, absenceOf } from './absence-fields'
import { BookingFacts, BookingGone, useBooking } from './booking-of-address'
import { useDidNotAttend } from './queries'

export const page = { Component: DidNotAttend }

/** Marks a person as absent, with the reason and what happens next, if they are known. */
function DidNotAttend() {
  const { t } = useTranslation('booking')
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
    const { next } = form.values
    send(
      { bookingId: booking.id, absence: absenceOf(form.values) },
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
        <AbsenceFields values={form.values} set={form.set} />
        <div className="panel__send">
          <Button busy={busy}>{t(busy ? 'absent.sending' : 'absent.send')}</Button>
        </div>
      </form>
    </Panel>
  )
}
