import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AffectedBooking } from '../../api/types'
import { Radios } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { Select } from '../../govuk/select'
import { Table } from '../../govuk/table'
import { useRows } from '../../page/pages'
import { paths } from '../../page/paths'
import { dayAndMonth, timeOfDay } from '../../text/dates'
import { choiceOf, placesOf, placeValue, type Choices, type WithoutPlace } from './choices'

interface ChooseForBookingsProps {
  bookings: AffectedBooking[]
  choices: Choices
  onChange: (choices: Choices) => void
  without: WithoutPlace
  error?: ReactNode
}

/** One choice for all affected bookings, and one for each; a member who may not see people chooses by the time. */
export function ChooseForBookings({ bookings, choices, onChange, without, error }: ChooseForBookingsProps) {
  const { t } = useTranslation('session-change')
  const named = bookings.some(({ personName }) => personName)
  const { rows, links } = useRows(bookings)
  const placeless = bookings.filter((booking) => placesOf(booking).length === 0).length
  return (
    <>
      <Radios
        name="choices"
        legend={{ text: t('choices.legend'), className: 'govuk-fieldset__legend--m' }}
        hint={t('choices.hint')}
        error={error}
        value={choices.all}
        onChange={(all) => onChange({ all, each: {} })}
        items={[
          {
            value: 'move',
            text: t('choices.move'),
            hint: placeless > 0 && t(`choices.moveWithoutPlace.${without}`, { count: placeless }),
            disabled: placeless === bookings.length,
          },
          ...(without === 'keep' ? [{ value: 'keep', text: t('choices.keep'), hint: t('choices.keepHint') }] : []),
          { value: 'cancel', text: t('choices.cancel') },
        ]}
      />
      <Table
        className="stacks"
        firstCellIsHeader
        caption={t('choices.caption')}
        captionClassName="govuk-table__caption--s"
        head={[
          { text: t(named ? 'choices.person' : 'choices.booking') },
          { text: t('choices.booked') },
          { text: t('choices.becomes') },
        ]}
        rows={rows.map((booking) => ({
          key: booking.bookingId,
          cells: [
            <Who booking={booking} key="who" />,
            t('choices.at', { time: timeOfDay(booking.starts), date: dayAndMonth(booking.date) }),
            <ChooseForBooking
              key="choose"
              booking={booking}
              value={choiceOf(booking, choices, without)}
              without={without}
              onChange={(value) => onChange({ ...choices, each: { ...choices.each, [booking.bookingId]: value } })}
            />,
          ],
        }))}
      />
      {links}
      <InsetText>
        {!named && <p>{t('choices.unnamed')}</p>}
        <p>{t('choices.tell', { count: bookings.length })}</p>
      </InsetText>
    </>
  )
}

function Who({ booking }: { booking: AffectedBooking }) {
  const { t } = useTranslation('session-change')
  if (!booking.personId) return t('choices.nameless', { time: timeOfDay(booking.starts) })
  return (
    <a className="govuk-link" href={paths.person(booking.personId)}>
      {booking.personName}
    </a>
  )
}

interface ChooseForBookingProps {
  booking: AffectedBooking
  value: string
  without: WithoutPlace
  onChange: (value: string) => void
}

function ChooseForBooking({ booking, value, without, onChange }: ChooseForBookingProps) {
  const { t } = useTranslation('session-change')
  const at = { name: booking.personName, time: timeOfDay(booking.starts), date: dayAndMonth(booking.date) }
  return (
    <Select
      id={`choice-${booking.bookingId}`}
      name={`choice-${booking.bookingId}`}
      label={{
        text: t(booking.personName ? 'choices.label' : 'choices.labelNameless', at),
        className: 'govuk-visually-hidden',
      }}
      groupClassName="govuk-!-margin-bottom-0"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      items={[
        ...(value === '' ? [{ value: '', text: t('choices.select') }] : []),
        ...placesOf(booking).map((place) => ({
          value: placeValue(place),
          text: t(place.date === booking.date ? 'choices.toTime' : 'choices.toDay', {
            time: timeOfDay(place.starts),
            date: dayAndMonth(place.date),
          }),
        })),
        ...(without === 'keep' ? [{ value: 'keep', text: t('choices.keepOne') }] : []),
        { value: 'cancel', text: t('choices.cancelOne') },
      ]}
    />
  )
}
