import type { JourneyRoute } from '../../page/journey'

export const auditRoutes: JourneyRoute[] = [
  { section: 'audit', path: '/audit', page: async () => (await import('./audit-page')).page },
  {
    section: 'people',
    path: '/people/:personId/access-log',
    page: async () => (await import('./access-log-page')).page,
  },
]
