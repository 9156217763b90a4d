import type { JourneyRoute } from '../../page/journey'

export const daySheetRoutes: JourneyRoute[] = [
  {
    section: 'today',
    path: '/hubs/:hubId/days/:date/sheet',
    page: async () => (await import('./day-sheet-page')).page,
  },
  {
    section: 'today',
    path: '/hubs/:hubId/days/:date/bookings/:bookingId/slip',
    page: async () => (await import('./slip-page')).page,
  },
]
