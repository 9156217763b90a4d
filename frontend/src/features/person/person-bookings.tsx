import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { personBookingsQuery } from './queries'
import { Pill } from '../board/status'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { ShowMore } from '../../page/show-more'
import { longDate, timeOfDay } from '../../text/dates'

/** A person's bookings and walk-ins, the latest first. */
export function PersonBookings({ personId }: { personId: string }) {
  const { t } = useTranslation('person')
  const list = useInfiniteQuery(personBookingsQuery(personId))
  const { data, error, isPending } = list
  const bookings = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="card">
      {bookings.length === 0 ? (
        <h2 className="govuk-heading-m">{t('bookings.heading')}</h2>
      ) : (
        <Table
          className="stacks"
          caption={t('bookings.heading')}
          captionClassName="govuk-table__caption--m"
          head={(['date', 'time', 'hub', 'status'] as const).map((column) => ({
            text: t(`bookings.column.${column}`),
          }))}
          rows={bookings.map((booking) => ({
            key: booking.id,
            cells: [
              <a
                className="govuk-link"
                key="date"
                href={
                  booking.walkIn
                    ? paths.day(booking.hubId, booking.date)
                    : paths.bookingRow(booking.hubId, booking.date, booking.id)
                }
              >
                {longDate(booking.date)}
              </a>,
              booking.walkIn ? t('bookings.walkedIn', { time: timeOfDay(booking.starts) }) : timeOfDay(booking.starts),
              booking.hubName,
              <Pill key="status" status={booking.status} />,
            ],
          }))}
        />
      )}
      {isPending && <Loading />}
      {data && bookings.length === 0 && <p className="govuk-body">{t('bookings.none')}</p>}
      <div role="status">{error && <InsetText>{problemText(error)}</InsetText>}</div>
      <ShowMore list={list} text={t('bookings.earlier')} />
    </section>
  )
}
