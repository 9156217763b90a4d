import type { JourneyRoute } from '../../page/journey'

const section = 'figures'

export const evidenceRoutes: JourneyRoute[] = [
  { section, path: '/evidence', page: () => import('./evidence-page') },
  { section, path: '/evidence/statements/:statement', page: () => import('./statement-page') },
  { section, path: '/evidence/draft', page: () => import('./draft-page') },
  { section, path: '/evidence/draft/:section', page: () => import('./section-page') },
  { section, path: '/evidence/reports/:reportId', page: () => import('./report-page') },
]
