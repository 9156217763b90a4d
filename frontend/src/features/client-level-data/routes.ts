import type { JourneyRoute } from '../../page/journey'

export const clientLevelDataRoutes: JourneyRoute[] = [
  { section: 'figures', path: '/client-level-data', page: () => import('./check-page') },
]
