import type { Handle, JourneyRoute } from '../../page/journey'

const panel = { section: 'today', focusesItself: true } satisfies Handle

/** Panels beside the day's board. */
export const bookingPanels: JourneyRoute[] = [
  { ...panel, path: 'book', page: () => import('./book-someone-page') },
  { ...panel, path: 'slots/:slotId/extra-place', page: () => import('./extra-place-page') },
  { ...panel, path: 'bookings/:bookingId', page: () => import('./manage-booking-page') },
  { ...panel, path: 'bookings/:bookingId/cancel', page: () => import('./cancel-booking-page') },
  { ...panel, path: 'bookings/:bookingId/move', page: () => import('./move-booking-page') },
  {
    ...panel,
    path: 'bookings/:bookingId/did-not-attend',
    page: () => import('./did-not-attend-page'),
  },
  {
    ...panel,
    path: 'bookings/:bookingId/attendance',
    page: () => import('./record-attendance-page'),
  },
  { ...panel, path: 'bookings/:bookingId/correct', page: () => import('./correct-booking-page') },
]

/** Pages of their own. */
export const bookingRoutes: JourneyRoute[] = [
  { section: 'people', path: '/people/:personId/book', page: () => import('./book-person-page') },
]
