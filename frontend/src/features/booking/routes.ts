import type { Handle, JourneyRoute } from '../../page/journey'

const panel = { section: 'today', focusesItself: true } satisfies Handle

/** Panels beside the day's board. */
export const bookingPanels: JourneyRoute[] = [
  { ...panel, path: 'book', page: async () => (await import('./book-someone-page')).page },
  { ...panel, path: 'slots/:slotId/extra-place', page: async () => (await import('./extra-place-page')).page },
  { ...panel, path: 'bookings/:bookingId', page: async () => (await import('./manage-booking-page')).page },
  { ...panel, path: 'bookings/:bookingId/cancel', page: async () => (await import('./cancel-booking-page')).page },
  { ...panel, path: 'bookings/:bookingId/move', page: async () => (await import('./move-booking-page')).page },
  {
    ...panel,
    path: 'bookings/:bookingId/did-not-attend',
    page: async () => (await import('./did-not-attend-page')).page,
  },
  {
    ...panel,
    path: 'bookings/:bookingId/attendance',
    page: async () => (await import('./record-attendance-page')).page,
  },
  { ...panel, path: 'bookings/:bookingId/correct', page: async () => (await import('./correct-booking-page')).page },
]

/** Pages of their own. */
export const bookingRoutes: JourneyRoute[] = [
  { section: 'people', path: '/people/:personId/book', page: async () => (await import('./book-person-page')).page },
]
