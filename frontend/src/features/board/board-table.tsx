import { Trans, useTranslation } from 'react-i18next'
import type { Day, DayBooking, DaySession, DaySlot } from '../../api/types'
import { classes } from '../../govuk/classes'
import { Tag } from '../../govuk/tag'
import { timeOfDay, timeRange } from '../../text/dates'
import { initials } from './initials'
import { minutesLate, MISSED_MINUTES, Status } from './status'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'
import { Hidden } from '../../govuk/hidden'

export interface BoardActions {
  /** Initials only, where visitors can see the screen. */
  hideNames: boolean
  /** The address at which the caller books this slot, if they may. */
  bookAddress: ((slot: DaySlot) => string) | undefined
  /** Undefined where people cannot be checked in. */
  onStep: ((booking: DayBooking, step: BoardStep) => void) | undefined
  /** The booking that is being changed now. */
  changing: string | undefined
  /** The address at which the caller adds a place to a full slot, if they may. */
  extendAddress: ((slot: DaySlot) => string) | undefined
  /** The address at which the caller changes or cancels a session, if they may. */
  sessionAddress: ((session: DaySession) => string) | undefined
  /** The address at which the caller changes a booking in another way, if they may. */
  changeAddress: ((booking: DayBooking) => string) | undefined
}

/** The one thing that is likely to happen next. */
export type BoardStep = 'check-in' | 'start' | 'finish'

const NEXT: Partial<Record<DayBooking['status'], BoardStep>> = {
  expected: 'check-in',
  arrived: 'start',
  'in-conversation': 'finish',
  // They came after all.
  'did-not-attend': 'check-in',
}

const STEP_WORDS = {
  'check-in': { still: 'checkIn', busy: 'checkingIn' },
  start: { still: 'start', busy: 'starting' },
  finish: { still: 'finish', busy: 'finishing' },
} as const

export function Counts({ day }: { day: Day }) {
  const { t } = useTranslation('board')
  const { booked, arrived, walkIns, placesLeft } = day.counts
  return (
    <ul className="kpis" aria-label={t('counts.label')}>
      <li className="kpi">
        <b>{booked}</b> <span>{t('counts.booked', { count: booked })}</span>
      </li>
      <li className="kpi">
        <b>{arrived}</b> <span>{t('counts.arrived')}</span>
      </li>
      <li className="kpi">
        <b>{walkIns}</b> <span>{t('counts.walkIns', { count: walkIns })}</span>
      </li>
      <li className="kpi">
        <b>{placesLeft}</b> <span>{t('counts.placesLeft', { count: placesLeft })}</span>
      </li>
    </ul>
  )
}

function isBooked(booking: DayBooking): boolean {
  return booking.status !== 'cancelled'
}

function isNow(slot: DaySlot, now: Date): boolean {
  return new Date(slot.startsAt) <= now && now < new Date(slot.endsAt)
}

function BookingRow({
  booking,
  slot,
  now,
  here,
  actions,
}: {
  booking: DayBooking
  slot: DaySlot
  now: Date
  here: boolean
  actions: BoardActions
}) {
  const { t } = useTranslation(['board', 'person'])
  const { onStep, changing, changeAddress, hideNames } = actions
  const name = hideNames ? initials(booking.personName) : booking.personName
  const busy = changing === booking.id
  const step = NEXT[booking.status]
  const missed =
    booking.status === 'expected' && minutesLate(slot, now) >= MISSED_MINUTES && changeAddress
      ? `${changeAddress(booking)}/did-not-attend`
      : undefined
  return (
    <tr className={classes(here && 'now', booking.status === 'cancelled' && 'free')}>
      <td className="slots__time">
        {timeOfDay(slot.starts)}
        {here && <Hidden> {t('board:now')}</Hidden>}
      </td>
      <td className="slots__person">
        <a className="govuk-link" href={paths.person(booking.personId)} id={`booking-${booking.id}`}>
          {name}
        </a>{' '}
        {!hideNames && <span className="slots__reference">{booking.personReference}</span>}
      </td>
      <td className="slots__needs">{booking.needs.map((need) => lookup('person', 'need', need)).join(', ')}</td>
      <td className="slots__status">
        <Status booking={booking} slot={slot} now={now} />
      </td>
      <td className="slots__action">
        {missed && (
          <a className="btn btn--quiet" href={missed}>
            <Trans t={t} i18nKey="board:missed" values={{ name }} components={{ hidden: <Hidden /> }} />
          </a>
        )}
        {step && onStep && (
          <button
            type="button"
            className={classes('btn', (here || step === 'start') && 'btn--primary')}
            aria-disabled={busy || undefined}
            onClick={() => !busy && onStep(booking, step)}
          >
            <Trans
              t={t}
              i18nKey={`board:${STEP_WORDS[step][busy ? 'busy' : 'still']}`}
              values={{ name }}
              components={{ hidden: <Hidden /> }}
            />
          </button>
        )}
        {changeAddress && (booking.status === 'expected' || booking.status === 'did-not-attend') && (
          <a className="govuk-link slots__change" href={changeAddress(booking)}>
            <Trans t={t} i18nKey="board:change" values={{ name }} components={{ hidden: <Hidden /> }} />
          </a>
        )}
      </td>
    </tr>
  )
}

function FreeRow({ slot, now, here, actions }: { slot: DaySlot; now: Date; here: boolean; actions: BoardActions }) {
  const { t } = useTranslation('board')
  const over = new Date(slot.endsAt) <= now
  return (
    <tr className={classes('free', here && 'now')}>
      <td className="slots__time">
        {timeOfDay(slot.starts)}
        {here && <Hidden> {t('now')}</Hidden>}
      </td>
      <td className="slots__person">{t(over ? 'notUsed' : 'free')}</td>
      <td className="slots__needs" />
      <td className="slots__status">{!over && t('placesLeft', { count: slot.left })}</td>
      <td className="slots__action">
        {!over && actions.bookAddress && (
          <a className="btn" href={actions.bookAddress(slot)}>
            <Trans t={t} i18nKey="book" values={{ time: timeOfDay(slot.starts) }} components={{ hidden: <Hidden /> }} />
          </a>
        )}
      </td>
    </tr>
  )
}

/** A slot with nothing to book: another member of staff is booking it, or a lead can add a place. */
function FullRow({ slot, now, here, actions }: { slot: DaySlot; now: Date; here: boolean; actions: BoardActions }) {
  const { t } = useTranslation('board')
  const over = new Date(slot.endsAt) <= now
  if (over || (slot.held === 0 && !actions.extendAddress)) return null
  return (
    <tr className={classes('free', here && 'now')}>
      <td className="slots__time">{timeOfDay(slot.starts)}</td>
      <td className="slots__person">{t(slot.held > 0 ? 'beingBooked' : 'full')}</td>
      <td className="slots__needs" />
      <td className="slots__status">{slot.held > 0 && t('held', { count: slot.held })}</td>
      <td className="slots__action">
        {actions.extendAddress && (
          <a className="btn btn--quiet" href={actions.extendAddress(slot)}>
            <Trans
              t={t}
              i18nKey="extraPlace"
              values={{ time: timeOfDay(slot.starts) }}
              components={{ hidden: <Hidden /> }}
            />
          </a>
        )}
      </td>
    </tr>
  )
}

/** One session's people and places, in the order of the day. */
export function SessionTable({
  session,
  name,
  now,
  actions,
}: {
  session: DaySession
  name: string
  now: Date
  actions: BoardActions
}) {
  const { t } = useTranslation('board')
  const booked = session.slots.reduce((sum, slot) => sum + slot.bookings.filter(isBooked).length, 0)
  const left = session.slots.reduce((sum, slot) => sum + (new Date(slot.endsAt) > now ? slot.left : 0), 0)
  const next = session.slots.find((slot) => slot.left > 0 && new Date(slot.endsAt) > now)
  const heading = `session-${session.id}`
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 className="govuk-heading-m" id={heading}>
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
      <table className="slots" aria-labelledby={heading}>
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
        <tbody>
          {session.slots.map((slot) => {
            const here = isNow(slot, now)
            return [
              ...slot.bookings.map((booking) => (
                <BookingRow key={booking.id} {...{ booking, slot, now, here, actions }} />
              )),
              slot.left > 0 ? (
                <FreeRow key={slot.id} {...{ slot, now, here, actions }} />
              ) : (
                <FullRow key={slot.id} {...{ slot, now, here, actions }} />
              ),
            ]
          })}
        </tbody>
      </table>
    </section>
  )
}
