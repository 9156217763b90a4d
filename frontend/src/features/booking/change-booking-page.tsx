import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams } from 'react-router'
import { Problem } from '../../api/problem'
import type { Absence, DayBooking, DaySlot } from '../../api/types'
import { Panel } from '../board/panel'
import { bookingQuery, useCancelBooking, useDidNotAttend } from './queries'
import { Status } from '../board/status'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { FormSummary, useForm } from '../../page/form'
import { useNow } from '../../page/now'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { pathParam } from '../../page/guards'
import { dayAndMonth, longDate, timeOfDay, timeRange } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { paths } from '../../page/paths'

export const manage = { Component: Manage }
export const cancel = { Component: Cancel }
export const didNotAttend = { Component: DidNotAttend }

const REASONS = ['forgot', 'ill', 'could-not-get-here', 'chose-not-to', 'do-not-know'] as const
const NEXTS = ['ring-them', 'rebook', 'nothing'] as const

/** The booking of this address, and its slot, as the board beside shows them. */
function useBooking() {
  const context = useOutletContext<BoardContext>()
  const params = useParams()
  const id = pathParam({ params }, 'bookingId')
  const board = paths.day(context.day.hub.id, context.day.date)
  for (const session of context.day.sessions) {
    for (const slot of session.slots) {
      const booking = slot.bookings.find((each) => each.id === id)
      if (booking) return { ...context, board, id, found: { booking, slot } }
    }
  }
  return { ...context, board, id, found: undefined }
}

function Gone({ board }: { board: string }) {
  const { t } = useTranslation('booking')
  return (
    <Panel heading={t('manage.heading')} title={t('manage.heading')} close={board}>
      <InsetText>{t('gone')}</InsetText>
    </Panel>
  )
}

function About({ booking, slot }: { booking: DayBooking; slot: DaySlot }) {
  const { t } = useTranslation('booking')
  const { day, call } = useBooking()
  const now = useNow()
  const { data } = useQuery(bookingQuery(booking.id))
  const rows = [
    {
      key: t('about.when'),
      value: <>{t('about.onDay', { day: longDate(day.date), times: timeRange(slot.starts, slot.ends) })}</>,
    },
    ...(data?.original
      ? [
          {
            key: t('about.original'),
            value: t('about.originalAt', {
              time: timeOfDay(data.original.starts),
              date: dayAndMonth(data.original.date),
            }),
          },
        ]
      : []),
    { key: t('about.status'), value: <Status booking={booking} slot={slot} now={now} /> },
    ...(data ? [{ key: t('about.asked'), value: longDate(data.askedOn) }] : []),
  ]
  return (
    <>
      <p className="govuk-body">
        <strong className="chosen__name">{call(booking.personName)}</strong>
      </p>
      <SummaryList rows={rows} className="about" />
    </>
  )
}

function Manage() {
  const { t } = useTranslation('booking')
  const { board, found, call } = useBooking()
  const now = useNow()
  if (!found) return <Gone board={board} />
  const { booking, slot } = found
  const here = `${board}/bookings/${booking.id}`
  const open = booking.status === 'expected' || booking.status === 'did-not-attend'
  return (
    <Panel heading={t('manage.heading')} title={t('manage.title', { name: call(booking.personName) })} close={board}>
      <About booking={booking} slot={slot} />
      {open ? (
        <ul className="govuk-list choices">
          <li>
            <a className="btn" href={`${here}/move`}>
              {t('manage.move')}
            </a>
          </li>
          {booking.status === 'expected' && (
            <li>
              <a className="btn" href={`${here}/cancel`}>
                {t('manage.cancel')}
              </a>
            </li>
          )}
          {new Date(slot.startsAt) <= now && (
            <li>
              <a className="btn" href={`${here}/did-not-attend`}>
                {t('manage.absent')}
              </a>
            </li>
          )}
        </ul>
      ) : (
        <p className="govuk-body">{t('manage.nothing')}</p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.person(booking.personId)}>
          {t('manage.person', { name: call(booking.personName) })}
        </a>
      </p>
    </Panel>
  )
}

function Cancel() {
  const { t } = useTranslation('booking')
  const { board, found, call, done } = useBooking()
  const form = useForm<{ askedBy: string }>({ askedBy: '' })
  const cancelling = useCancelBooking()
  const { busy, send } = useSendOnce(cancelling)
  // Still there once it is cancelled, while the board comes back.
  const [was] = useState(found)
  if (!was) return <Gone board={board} />
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
      <About booking={booking} slot={slot} />
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

function DidNotAttend() {
  const { t } = useTranslation(['booking', 'board'])
  const { board, found, call, done } = useBooking()
  const form = useForm({ reason: '', next: '' })
  const absent = useDidNotAttend()
  const { busy, send } = useSendOnce(absent)
  const [was] = useState(found)
  if (!was) return <Gone board={board} />
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
      <About booking={booking} slot={slot} />
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
