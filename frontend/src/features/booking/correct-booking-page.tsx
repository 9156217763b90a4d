import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, DayBooking, DaySlot } from '../../api/types'
import { FormSummary } from '../../page/form'
import { useNow } from '../../page/now'
import { Problem } from '../../api/problem'
import { useSendOnce } from '../../page/send-once'
import { timeOfDay, today } from '../../text/dates'
import { Panel } from '../board/panel'
import { CorrectionFields } from '../correction/correction-fields'
import { timesOf, useCorrectionForm } from '../correction/correction-form'
import { CorrectionHistory } from '../correction/correction-history'
import { correctionProblem } from '../correction/correction-problem'
import { bookingToCorrectQuery, useCorrectBooking } from '../correction/queries'
import { BookingFacts, BookingGone, useBooking } from './booking-of-address'
import { OverlapNotice, useOverlap } from './overlap'

export const page = { Component: CorrectBooking }

/** Corrects the status and the times of a booking, once the undo has gone. */
function CorrectBooking() {
  const { board, found } = useBooking()
  const [was] = useState(found)
  const { data, error } = useQuery({ ...bookingToCorrectQuery(was?.booking.id ?? ''), enabled: !!was, staleTime: 0 })
  if (error) throw error
  if (!was) return <BookingGone board={board} />
  return data ? <Correction key={was.booking.id} {...was} start={data} /> : null
}

interface Versioned {
  body: Booking
  tag: string
}

function Correction({ booking, slot, start }: { booking: DayBooking; slot: DaySlot; start: Versioned }) {
  const { t } = useTranslation(['correction', 'board'])
  const { day, board, call, done } = useBooking()
  const client = useQueryClient()
  const now = useNow()
  const [base, setBase] = useState(start)
  const overlap = useOverlap()
  const { busy, send } = useSendOnce(useCorrectBooking())
  const past = day.date < today(now)
  const form = useCorrectionForm(
    [
      'expected' as const,
      ...(day.date <= today(now) ? (['arrived', 'in-conversation', 'finished'] as const) : []),
      ...(new Date(slot.startsAt) <= now ? (['did-not-attend'] as const) : []),
      'cancelled' as const,
    ],
    () =>
      timesOf(
        base.body,
        past
          ? { arrived: timeOfDay(slot.starts), started: timeOfDay(slot.starts), finished: timeOfDay(slot.ends) }
          : {},
      ),
  )
  const name = call(booking.personName)
  const overlaps = overlap.at(booking.personId, slot.id)

  async function showTheirs() {
    const theirs = await client.fetchQuery({ ...bookingToCorrectQuery(booking.id), staleTime: 0 })
    setBase(theirs)
    form.fail([{ text: t('changed', { status: t(`board:status.${theirs.body.status}`) }) }])
  }

  function submit() {
    const read = form.read()
    if (!read) return
    send(
      { id: booking.id, tag: base.tag, body: { ...read, ...(overlaps && { overlapConfirmed: true }) } },
      {
        onSuccess: () => {
          const colleague = base.body.withName
          done(colleague ? t('doneTell', { name, colleague }) : t('done', { name }))
        },
        onError: (error) => {
          if (overlap.takes(error, booking.personId, slot.id)) return
          if (error instanceof Problem && error.status === 412) {
            showTheirs().catch((failed: unknown) => form.fail([{ text: correctionProblem(failed) }]))
          } else form.fail([{ text: correctionProblem(error) }])
        },
      },
    )
  }

  return (
    <Panel heading={t('heading')} title={t('title', { name })} close={board} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <BookingFacts booking={booking} slot={slot} />
      <p className="govuk-body">{t('intro')}</p>
      {overlaps && <OverlapNotice name={name} overlaps={overlaps} />}
      <CorrectionFields form={form} busy={busy} onSubmit={submit} />
      <CorrectionHistory kind="booking" id={booking.id} />
    </Panel>
  )
}
