import { useTranslation } from 'react-i18next'
import { useNow } from '../../page/now'
import { paths } from '../../page/paths'
import { Panel } from '../board/panel'
import { CorrectionHistory } from '../correction/correction-history'
import { BookingFacts, BookingGone, useBooking } from './booking-of-address'
import { PutBack } from './put-back'

export const page = { Component: ManageBooking }

/** The actions that a booking offers. */
function ManageBooking() {
  const { t } = useTranslation(['booking', 'correction'])
  const { day, board, found, call } = useBooking()
  const now = useNow()
  if (!found) return <BookingGone board={board} />
  const { booking, slot } = found
  const address = [day.hub.id, day.date, booking.id] as const
  const open = booking.status === 'expected' || booking.status === 'did-not-attend'
  return (
    <Panel heading={t('manage.heading')} title={t('manage.title', { name: call(booking.personName) })} close={board}>
      <BookingFacts booking={booking} slot={slot} />
      <ul className="govuk-list choices">
        {open && (
          <li>
            <a className="btn" href={paths.moveBooking(...address)}>
              {t('manage.move')}
            </a>
          </li>
        )}
        {booking.status === 'expected' && (
          <li>
            <a className="btn" href={paths.cancelBooking(...address)}>
              {t('manage.cancel')}
            </a>
          </li>
        )}
        {open && new Date(slot.startsAt) <= now && (
          <li>
            <a className="btn" href={paths.didNotAttend(...address)}>
              {t('manage.absent')}
            </a>
          </li>
        )}
        {(!open || new Date(slot.startsAt) <= now) && (
          <li>
            <a className="btn" href={paths.correctBooking(...address)}>
              {t('correction:link')}
            </a>
          </li>
        )}
      </ul>
      {booking.followUp && <PutBack booking={booking} />}
      <CorrectionHistory kind="booking" id={booking.id} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.bookingSlip(...address)}>
          {t('done.slip')}
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.person(booking.personId)}>
          {t('manage.person', { name: call(booking.personName) })}
        </a>
      </p>
    </Panel>
  )
}
