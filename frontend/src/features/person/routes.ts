import type { JourneyRoute } from '../../page/journey'

const section = 'people'

export const personRoutes: JourneyRoute[] = [
  { section, path: '/people', page: () => import('./people-page') },
  { section, path: '/people/new', page: () => import('./new-person-page') },
  { section, path: '/people/:personId', page: () => import('./person-page') },
  { section, path: '/people/:personId/edit', page: () => import('./edit-person-page') },
]
