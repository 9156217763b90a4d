import { useTranslation } from 'react-i18next'
import type { DayBooking, DaySlot } from '../../api/types'
import { timeAt } from '../../text/dates'

/** After this many minutes someone who is expected is late. */
const GRACE_MINUTES = 5

export function minutesLate(slot: DaySlot, now: Date): number {
  return Math.floor((now.getTime() - new Date(slot.startsAt).getTime()) / 60_000)
}

/** A word, a shape and a colour: never the colour alone. */
export function Status({ booking, slot, now }: { booking: DayBooking; slot: DaySlot; now: Date }) {
  const { t } = useTranslation('board')
  if (booking.status === 'arrived') {
    return (
      <>
        <span className="pill pill--here">{t('status.arrived')}</span>
        {booking.arrivedAt && <span className="pill__more">{timeAt(booking.arrivedAt)}</span>}
      </>
    )
  }
  const late = minutesLate(slot, now)
  const running = now < new Date(slot.endsAt)
  if (late > GRACE_MINUTES && running) {
    return (
      <>
        <span className="pill pill--late">{t('status.late')}</span>
        <span className="pill__more">{t('status.minutesLate', { count: late })}</span>
      </>
    )
  }
  return <span className="pill pill--due">{t('status.expected')}</span>
}
