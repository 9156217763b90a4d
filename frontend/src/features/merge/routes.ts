import type { JourneyRoute } from '../../page/journey'

const section = 'people'

export const mergeRoutes: JourneyRoute[] = [
  { section, path: '/people/:personId/merge', page: async () => (await import('./suggest-merge-page')).page },
  { section, path: '/person-merges', page: async () => (await import('./merges-page')).page },
]
