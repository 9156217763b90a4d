import type { JourneyRoute } from '../../page/journey'

export const daySheetRoutes: JourneyRoute[] = [
  {
    section: 'today',
    path: '/hubs/:hubId/days/:date/sheet',
    page: () => import('./day-sheet-page'),
  },
  {
    section: 'today',
    path: '/hubs/:hubId/days/:date/bookings/:bookingId/slip',
    page: () => import('./slip-page'),
  },
]
