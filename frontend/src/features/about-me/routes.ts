import type { JourneyRoute } from '../../page/journey'

const section = 'people'

export const aboutMeRoutes: JourneyRoute[] = [
  { section, path: '/people/:personId/about-me', page: () => import('./about-me-page') },
  { section, path: '/people/:personId/communication', page: () => import('./communication-page') },
]
