import type { JourneyRoute } from '../../page/journey'

const section = 'figures'

export const insightRoutes: JourneyRoute[] = [
  { section, path: '/insights', page: () => import('./insights-page') },
  { section, path: '/national-measures', page: () => import('./national-page') },
  { section, path: '/insights/:figure', page: () => import('./figure-page') },
  { section, path: '/insights/:figure/sessions', page: () => import('./sessions-page') },
  { section, path: '/insights/:figure/people', page: () => import('./people-page') },
]
