import type { JourneyRoute } from '../../page/journey'

const section = 'people'

export const personRoutes: JourneyRoute[] = [
  { section, path: '/people', page: async () => (await import('./people-page')).page },
  { section, path: '/people/new', page: async () => (await import('./new-person-page')).page },
  { section, path: '/people/:personId', page: async () => (await import('./person-page')).page },
  { section, path: '/people/:personId/edit', page: async () => (await import('./edit-person-page')).page },
]
