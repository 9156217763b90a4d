import type { JourneyRoute } from '../../page/journey'

/** The day's board. The panels that open beside it belong to other journeys. */
export const boardRoutes = (panels: JourneyRoute[]): JourneyRoute[] => [
  { path: '/today', page: async () => (await import('./today-page')).page },
  {
    section: 'today',
    path: '/hubs/:hubId/days/:date',
    page: async () => (await import('./board-page')).page,
    children: panels,
  },
]
