import type { AffectedBooking, BookingChoices } from '../../api/types'

type Place = AffectedBooking['offers'][number]

/** The outcome for a booking that finds no free place near. */
export type WithoutPlace = 'cancel' | 'keep'

/** One choice for all bookings, and those that were made for single bookings since. Empty while nothing is chosen. */
export interface Choices {
  all: string
  each: Record<string, string>
}

/** A place as the value of a choice. */
export const placeValue = (place: Place) => `${place.sessionId} ${place.startsAt}`

/** The places to which a booking can move, the one in its own session or the nearest first. */
export function placesOf({ movedTo, offers }: AffectedBooking): Place[] {
  return movedTo ? [movedTo, ...offers] : offers
}

/** The choice for all bookings with which a page begins: none, unless every booking has a place in its own session. */
export function firstChoices(bookings: AffectedBooking[]): Choices {
  return { all: bookings.every(({ outcome }) => outcome === 'moved') ? 'move' : '', each: {} }
}

/** Returns the choice for a booking: a place, `cancel`, `keep`, or nothing yet. */
export function choiceOf(booking: AffectedBooking, { all, each }: Choices, without: WithoutPlace): string {
  const places = placesOf(booking).map(placeValue)
  const own = each[booking.bookingId]
  if (own !== undefined && ['cancel', 'keep', ...places].includes(own)) return own
  return all === 'move' ? (places[0] ?? without) : all
}

/** The choices as the service takes them. A booking that is left as it is needs none. */
export function chosen(bookings: AffectedBooking[], choices: Choices, without: WithoutPlace): BookingChoices {
  const made = bookings.map((booking) => ({ booking, choice: choiceOf(booking, choices, without) }))
  return {
    moves: made.flatMap(({ booking, choice }) =>
      placesOf(booking)
        .filter((place) => placeValue(place) === choice)
        .map(({ sessionId, startsAt }) => ({ bookingId: booking.bookingId, sessionId, startsAt })),
    ),
    cancellations: made.filter(({ choice }) => choice === 'cancel').map(({ booking }) => booking.bookingId),
  }
}
