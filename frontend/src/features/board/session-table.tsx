import { Trans, useTranslation } from 'react-i18next'
import type { DayBooking, DaySession, DaySlot } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { Tag } from '../../govuk/tag'
import { timeOfDay, timeRange } from '../../text/dates'
import { BookingRow } from './booking-row'
import type { RowActions } from './row-actions'
import { FreeRow, FullRow } from './slot-row'

function isBooked(booking: DayBooking): boolean {
  return booking.status !== 'cancelled'
}

function isNow(slot: DaySlot, now: Date): boolean {
  return new Date(slot.startsAt) <= now && now < new Date(slot.endsAt)
}

interface SessionTableProps {
  session: DaySession
  name: string
  now: Date
  actions: RowActions
}

/** One session's people and places, in the order of the day. */
export function SessionTable({ session, name, now, actions }: SessionTableProps) {
  const heading = `session-${session.id}`
  return (
    <section className="card" aria-labelledby={heading}>
      <SessionHeading id={heading} session={session} name={name} />
      <SessionNotes session={session} now={now} actions={actions} />
      <table className="slots" aria-labelledby={heading}>
        <Columns />
        <tbody>
          {session.slots.map((slot) => {
            const row = { slot, now, here: isNow(slot, now), actions }
            return [
              ...slot.bookings.map((booking) => <BookingRow key={booking.id} booking={booking} {...row} />),
              slot.left > 0 ? <FreeRow key={slot.id} {...row} /> : <FullRow key={slot.id} {...row} />,
            ]
          })}
        </tbody>
      </table>
    </section>
  )
}

function Columns() {
  const { t } = useTranslation('board')
  return (
    <thead>
      <tr>
        <th scope="col">{t('column.time')}</th>
        <th scope="col">{t('column.person')}</th>
        <th scope="col">{t('column.needs')}</th>
        <th scope="col">{t('column.status')}</th>
        <th scope="col">
          <Hidden>{t('column.action')}</Hidden>
        </th>
      </tr>
    </thead>
  )
}

function SessionHeading({ id, session, name }: { id: string; session: DaySession; name: string }) {
  const { t } = useTranslation('board')
  return (
    <h2 className="govuk-heading-m" id={id}>
      {t('session', { name, times: timeRange(session.starts, session.ends) })}
      {session.room && <span className="card__room">{session.room}</span>}
      {session.cancelled && (
        <>
          {' '}
          <Tag className="govuk-tag--red">{t('sessionCancelled')}</Tag>
        </>
      )}
      {session.hubClosed && !session.cancelled && (
        <>
          {' '}
          <Tag className="govuk-tag--yellow">{t('hubClosed')}</Tag>
        </>
      )}
    </h2>
  )
}

/** Notes on a session above its rows: a closed hub, the link that changes it, and that no person is booked. */
function SessionNotes({ session, now, actions }: Omit<SessionTableProps, 'name'>) {
  const { t } = useTranslation('board')
  const booked = session.slots.reduce((sum, slot) => sum + slot.bookings.filter(isBooked).length, 0)
  const left = session.slots.reduce((sum, slot) => sum + (new Date(slot.endsAt) > now ? slot.left : 0), 0)
  const next = session.slots.find((slot) => slot.left > 0 && new Date(slot.endsAt) > now)
  return (
    <>
      {session.hubClosed && !session.cancelled && <p className="govuk-body-s">{t('hubClosedMeans')}</p>}
      {actions.sessionAddress && !session.cancelled && (
        <p className="govuk-body-s">
          <a className="govuk-link" href={actions.sessionAddress(session)}>
            <Trans
              t={t}
              i18nKey="changeSession"
              values={{ times: timeRange(session.starts, session.ends) }}
              components={{ hidden: <Hidden /> }}
            />
          </a>
        </p>
      )}
      {booked === 0 && (
        <p className="govuk-body card__empty">
          {next ? t('noneBooked', { count: left, time: timeOfDay(next.starts) }) : t('noneBookedAndOver')}
        </p>
      )}
    </>
  )
}
