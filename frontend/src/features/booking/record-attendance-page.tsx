import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { Checkboxes, Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { readTime } from '../../text/times'
import { Panel } from '../board/panel'
import { isPillStatus } from '../board/status'
import { AbsenceFields, absenceOf } from './absence-fields'
import { BookingFacts, BookingGone, useBooking } from './booking-of-address'
import { useRecordAttendance } from './queries'

export const page = { Component: RecordAttendance }

/** Records later whether a person came: at which time if it is known, or why they did not. */
function RecordAttendance() {
  const { t } = useTranslation(['booking', 'board', 'correction'])
  const { board, found, call, done } = useBooking()
  const form = useForm({ came: '', arrived: '', unknown: [] as string[], reason: '', next: '' })
  const { busy, send } = useSendOnce(useRecordAttendance())
  const [was] = useState(found)
  if (!was) return <BookingGone board={board} />
  const { booking, slot } = was
  const name = call(booking.personName)
  const { values } = form

  /** Returns the request, or undefined with the errors shown. */
  function read() {
    if (values.came === 'no') return { absence: absenceOf(values) }
    const arrived = readTime(values.arrived)
    const unknown = values.unknown.length > 0
    if (values.came !== 'yes') form.fail([{ field: 'came', text: t('late.error.came', { name }) }])
    else if (unknown) return { arrival: {} }
    else if (arrived === undefined) form.fail([{ field: 'arrived', text: t('late.error.arrived') }])
    else return { arrival: { arrived } }
    return undefined
  }

  function problemOf(error: Error) {
    if (!(error instanceof Problem)) return problemText(error)
    const status = error.body.bookingStatus
    if (error.type === 'wrong-status' && isPillStatus(status)) {
      return t('board:problem.wrong-status', { status: t(`board:status.${status}`) })
    }
    if (error.type === 'wrong-times') return t('late.error.future')
    return error.type === 'not-started' ? t('board:problem.not-started') : problemText(error)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    form.fail([])
    const attendance = read()
    if (!attendance) return
    const said = 'arrival' in attendance ? 'late.done' : values.next === 'ring-them' ? 'absent.doneRing' : 'absent.done'
    send(
      { bookingId: booking.id, ...attendance },
      {
        onSuccess: () => done(t(said, { name }), booking),
        onError: (error) => form.fail([{ text: problemOf(error) }]),
      },
    )
  }

  return (
    <Panel heading={t('late.heading')} title={t('late.title', { name })} close={board} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <BookingFacts booking={booking} slot={slot} />
      <form noValidate onSubmit={submit}>
        <Radios
          name="came"
          className="govuk-radios--small"
          legend={{ text: t('late.came', { name }), className: 'govuk-fieldset__legend--s' }}
          error={form.error('came')}
          items={[
            {
              value: 'yes',
              text: t('late.yes'),
              conditional: values.came === 'yes' && (
                <>
                  <Input
                    {...form.text('arrived')}
                    id="arrived"
                    label={{ text: t('correction:time.arrived') }}
                    className="govuk-input--width-5"
                    error={form.error('arrived')}
                    autoComplete="off"
                  />
                  <Checkboxes
                    name="unknown"
                    className="govuk-checkboxes--small"
                    items={[{ value: 'unknown', text: t('board:status.timeNotKnown') }]}
                    values={values.unknown}
                    onChange={form.set('unknown')}
                  />
                </>
              ),
            },
            {
              value: 'no',
              text: t('manage.absent'),
              conditional: values.came === 'no' && <AbsenceFields values={values} set={form.set} />,
            },
          ]}
          value={values.came}
          onChange={form.set('came')}
        />
        <div className="panel__send">
          <Button busy={busy}>{t(busy ? 'absent.sending' : 'absent.send')}</Button>
        </div>
      </form>
    </Panel>
  )
}
