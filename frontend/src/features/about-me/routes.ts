import type { JourneyRoute } from '../../page/journey'

const section = 'people'

export const aboutMeRoutes: JourneyRoute[] = [
  { section, path: '/people/:personId/about-me', page: async () => (await import('./about-me-page')).page },
  { section, path: '/people/:personId/communication', page: async () => (await import('./communication-page')).page },
]
