import { useTranslation } from 'react-i18next'
import type { DayBooking, DaySlot, WalkIn } from '../../api/types'
import { classes } from '../../govuk/classes'
import { timeAt } from '../../text/dates'

/** After this many minutes someone who is expected is late. */
export const GRACE_MINUTES = 10

/** After this many minutes the board asks whether a person who is still expected will come at all. */
export const MISSED_MINUTES = 15

/** The statuses of a person's place; each has a word, a shape and a colour. */
export type PillStatus = DayBooking['status'] | WalkIn['status'] | 'late'

const LOOKS: Record<PillStatus, string> = {
  expected: 'due',
  arrived: 'here',
  'in-conversation': 'talking',
  finished: 'finished',
  'did-not-attend': 'missed',
  cancelled: 'cancelled',
  late: 'late',
  waiting: 'waiting',
  left: 'cancelled',
}

export function isPillStatus(status: unknown): status is PillStatus {
  return typeof status === 'string' && Object.hasOwn(LOOKS, status)
}

export function minutesLate(slot: Pick<DaySlot, 'startsAt'>, now: Date): number {
  return Math.floor((now.getTime() - new Date(slot.startsAt).getTime()) / 60_000)
}

/** Whether an expected person is late. The page counts the minutes itself, because a board stays open. */
export function isLate(booking: DayBooking, slot: DaySlot, now: Date): boolean {
  return booking.status === 'expected' && minutesLate(slot, now) >= GRACE_MINUTES && now < new Date(slot.endsAt)
}

/** A word, a shape and a colour: never the colour alone. */
export function Pill({ status }: { status: PillStatus }) {
  const { t } = useTranslation('board')
  return <span className={classes('pill', `pill--${LOOKS[status]}`)}>{t(`status.${status}`)}</span>
}

export function Status({ booking, slot, now }: { booking: DayBooking; slot: DaySlot; now: Date }) {
  const { t } = useTranslation('board')
  const late = isLate(booking, slot, now)
  const over = booking.status === 'expected' && now >= new Date(slot.endsAt)
  return (
    <>
      <Pill status={late ? 'late' : booking.status} />{' '}
      <span className="pill__more">
        {booking.status === 'arrived' && (booking.arrivedAt ? timeAt(booking.arrivedAt) : t('status.timeNotKnown'))}
        {booking.status === 'in-conversation' && booking.withName && t('status.with', { name: booking.withName })}
        {booking.status === 'finished' && booking.finishedAt && timeAt(booking.finishedAt)}
        {booking.status === 'cancelled' && booking.cancelledFor === 'person' && t('status.byThem')}
        {booking.status === 'cancelled' &&
          booking.cancelledFor === 'us' &&
          (booking.cancelCause ? t(`status.cause.${booking.cancelCause}`) : t('status.byUs'))}
        {booking.status === 'did-not-attend' &&
          booking.absenceNext &&
          booking.absenceNext !== 'nothing' &&
          (booking.followUp
            ? t(`status.followUp.${booking.followUp.outcome}`, {
                name: booking.followUp.byName ?? t('status.aColleague'),
              })
            : t(`absence.next.${booking.absenceNext}`))}
        {late && t('status.minutesLate', { count: minutesLate(slot, now) })}
        {over && t('status.notRecorded')}
      </span>
    </>
  )
}
