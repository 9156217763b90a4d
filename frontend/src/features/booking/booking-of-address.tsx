import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams } from 'react-router'
import type { DayBooking, DaySlot } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { pathParam } from '../../page/guards'
import { useNow } from '../../page/now'
import { paths } from '../../page/paths'
import { dayAndMonth, longDate, timeOfDay, timeRange } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { Panel } from '../board/panel'
import { Status } from '../board/status'
import { bookingQuery } from './queries'

/** The booking of this address, and its slot, as the board beside shows them. */
export function useBooking() {
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

/** The panel of a booking that is not on the board any more. */
export function BookingGone({ board }: { board: string }) {
  const { t } = useTranslation('booking')
  return (
    <Panel heading={t('manage.heading')} title={t('manage.heading')} close={board}>
      <InsetText>{t('gone')}</InsetText>
    </Panel>
  )
}

/** The person, when they are booked, and their status. */
export function BookingFacts({ booking, slot }: { booking: DayBooking; slot: DaySlot }) {
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
