import type { JourneyRoute } from '../../page/journey'

export const paperRoutes: JourneyRoute[] = [
  {
    section: 'today',
    path: '/hubs/:hubId/days/:date/sessions/:sessionId/paper',
    page: () => import('./paper-page'),
  },
]
