import type { JourneyRoute } from '../../page/journey'

export const sharingRoutes: JourneyRoute[] = [
  { section: 'figures', path: '/sharing', page: () => import('./sharing-page') },
]
