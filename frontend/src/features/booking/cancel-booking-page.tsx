import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Panel } from '../board/panel'
import { BookingFacts, BookingGone, useBooking } from './booking-of-address'
import { useCancelBooking } from './queries'

export const page = { Component: CancelBooking }

/** Asks who wants to cancel a booking, and cancels it. */
function CancelBooking() {
  const { t } = useTranslation('booking')
  const { board, found, call, done } = useBooking()
  const form = useForm<{ askedBy: string }>({ askedBy: '' })
  const cancelling = useCancelBooking()
  const { busy, send } = useSendOnce(cancelling)
  // Still there once it is cancelled, while the board comes back.
  const [was] = useState(found)
  if (!was) return <BookingGone board={board} />
  const { booking, slot } = was

  function submit(event: FormEvent) {
    event.preventDefault()
    const { askedBy } = form.values
    if (askedBy !== 'person' && askedBy !== 'us') {
      form.fail([{ field: 'askedBy', text: t('cancel.error') }])
      return
    }
    form.fail([])
    send(
      { bookingId: booking.id, askedBy },
      {
        onSuccess: () => done(t('cancel.done', { name: call(booking.personName) }), booking),
        onError: (error) => form.fail([{ text: problemText(error) }]),
      },
    )
  }

  return (
    <Panel
      heading={t('cancel.heading')}
      title={t('cancel.title', { name: call(booking.personName) })}
      close={board}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <BookingFacts booking={booking} slot={slot} />
      <form noValidate onSubmit={submit}>
        <Radios
          name="askedBy"
          className="govuk-radios--small"
          legend={{ text: t('cancel.legend'), className: 'govuk-fieldset__legend--s' }}
          error={form.error('askedBy')}
          items={[
            { value: 'person', text: t('cancel.person') },
            { value: 'us', text: t('cancel.us') },
          ]}
          value={form.values.askedBy}
          onChange={form.set('askedBy')}
        />
        <div className="panel__send">
          <Button busy={busy} className="govuk-button--warning">
            {t(busy ? 'cancel.sending' : 'cancel.send')}
          </Button>
          <a className="govuk-link" href={board}>
            {t('cancel.keep')}
          </a>
        </div>
      </form>
    </Panel>
  )
}
