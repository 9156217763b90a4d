import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { DayBooking, DaySession, DaySlot, WalkIn } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { Tag } from '../../govuk/tag'
import { timeOfDay, timeRange } from '../../text/dates'
import { WalkInRow, type WalkInActions } from '../walk-in/walk-ins'
import { BookingRow } from './booking-row'
import { inOrderOfTheDay, isUnused } from './day-rows'
import { NOW_ROW } from './go-to-now'
import type { RowActions } from './row-actions'
import { SessionRecords } from './session-records'
import { FreeRow, FullRow } from './slot-row'
import { UnusedRow } from './unused-row'

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
  walkIns: WalkIn[]
  walkInActions: WalkInActions
  /** The first slot of the day that is not over, on the day itself. */
  nowSlot: DaySlot | undefined
}

/** One session's people, walk-ins and places, in the order of the day. */
export function SessionTable({ session, name, now, actions, walkIns, walkInActions, nowSlot }: SessionTableProps) {
  const heading = `session-${session.id}`
  const [opened, setOpened] = useState(false)
  const unused = session.slots.filter((slot) => isUnused(slot, now))
  return (
    <section className="card" aria-labelledby={heading}>
      <SessionHeading id={heading} session={session} name={name} actions={actions} />
      <SessionNotes session={session} now={now} />
      <table className="slots" aria-labelledby={heading}>
        <Columns />
        <tbody>
          <UnusedRow unused={unused} open={opened} onToggle={() => setOpened(!opened)} />
          {inOrderOfTheDay(session.slots, walkIns).map(({ before, slot }) => [
            ...before.map((walkIn) => <WalkInRow key={walkIn.id} walkIn={walkIn} now={now} actions={walkInActions} />),
            ...(slot ? rowsOf(slot) : []),
          ])}
        </tbody>
      </table>
      <SessionRecords session={session} actions={actions} />
    </section>
  )

  function rowsOf(slot: DaySlot) {
    const row = { slot, now, here: isNow(slot, now), actions }
    const first = slot.id === nowSlot?.id ? NOW_ROW : undefined
    const places = { ...row, id: slot.bookings.length === 0 ? first : undefined }
    return [
      ...slot.bookings.map((booking, nth) => (
        <BookingRow
          key={booking.id}
          booking={booking}
          kind={session.kind}
          id={nth === 0 ? first : undefined}
          {...row}
        />
      )),
      !session.hubClosed &&
        (slot.left === 0 ? (
          <FullRow key={slot.id} {...places} />
        ) : (
          (opened || !isUnused(slot, now)) && <FreeRow key={slot.id} kind={session.kind} {...places} />
        )),
    ]
  }
}

function Columns() {
  const { t } = useTranslation('board')
  return (
    <thead>
      <tr>
        <th scope="col">{t('column.time')}</th>
        <th scope="col">{t('column.person')}</th>
        <th scope="col">{t('column.type')}</th>
        <th scope="col">{t('column.status')}</th>
        <th scope="col">
          <Hidden>{t('column.action')}</Hidden>
        </th>
      </tr>
    </thead>
  )
}

function SessionHeading({
  id,
  session,
  name,
  actions,
}: { id: string } & Pick<SessionTableProps, 'session' | 'name' | 'actions'>) {
  const { t } = useTranslation('board')
  return (
    <div className="card__head">
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
      {actions.sessionAddress && !session.cancelled && (
        <a className="govuk-link card__link" href={actions.sessionAddress(session)}>
          <Trans
            t={t}
            i18nKey="changeSession"
            values={{ times: timeRange(session.starts, session.ends) }}
            components={{ hidden: <Hidden /> }}
          />
        </a>
      )}
    </div>
  )
}

/** Notes on a session above its rows: that the hub is closed, and that no person is booked. */
function SessionNotes({ session, now }: Pick<SessionTableProps, 'session' | 'now'>) {
  const { t } = useTranslation('board')
  const booked = session.slots.reduce((sum, slot) => sum + slot.bookings.filter(isBooked).length, 0)
  const left = session.slots.reduce((sum, slot) => sum + (new Date(slot.endsAt) > now ? slot.left : 0), 0)
  const next = session.slots.find((slot) => slot.left > 0 && new Date(slot.endsAt) > now)
  return (
    <>
      {session.hubClosed && !session.cancelled && <p className="govuk-body-s">{t('hubClosedMeans')}</p>}
      {booked === 0 && (
        <p className="govuk-body card__empty">
          {next
            ? t('noneBooked', { count: left, time: timeOfDay(next.starts) })
            : t(session.hubClosed ? 'noneBookedAndClosed' : 'noneBookedAndOver')}
        </p>
      )}
    </>
  )
}
