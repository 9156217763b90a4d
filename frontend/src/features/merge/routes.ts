import type { JourneyRoute } from '../../page/journey'

const section = 'people'

export const mergeRoutes: JourneyRoute[] = [
  { section, path: '/people/:personId/merge', page: () => import('./suggest-merge-page') },
  { section, path: '/person-merges', page: () => import('./merges-page') },
]
