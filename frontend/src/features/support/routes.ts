import type { JourneyRoute } from '../../page/journey'

export const supportRoutes: JourneyRoute[] = [
  { section: 'team', path: '/support-access', page: async () => (await import('./support-page')).page },
  {
    section: 'councils',
    path: '/councils/:councilId/support-access/new',
    page: async () => (await import('./ask-support-page')).page,
  },
]
