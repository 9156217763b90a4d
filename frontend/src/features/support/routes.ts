import type { JourneyRoute } from '../../page/journey'

export const supportRoutes: JourneyRoute[] = [
  { section: 'team', path: '/support-access', page: () => import('./support-page') },
  {
    section: 'councils',
    path: '/councils/:councilId/support-access/new',
    page: () => import('./ask-support-page'),
  },
]
