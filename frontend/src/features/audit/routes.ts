import type { JourneyRoute } from '../../page/journey'

export const auditRoutes: JourneyRoute[] = [
  { section: 'audit', path: '/audit', page: () => import('./audit-page') },
  {
    section: 'people',
    path: '/people/:personId/access-log',
    page: () => import('./access-log-page'),
  },
]
