import type { JourneyRoute } from '../../page/journey'

export const comparisonRoutes: JourneyRoute[] = [
  { section: 'figures', path: '/compare', page: () => import('./comparison-page') },
]
