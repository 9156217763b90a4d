import type { JourneyRoute } from '../../page/journey'

/** The day's board. The panels that open beside it belong to other journeys. */
export const boardRoutes = (panels: JourneyRoute[]): JourneyRoute[] => [
  { path: '/today', page: () => import('./today-page') },
  {
    section: 'today',
    path: '/hubs/:hubId/days/:date',
    page: () => import('./board-page'),
    children: panels,
  },
]
