import type { JourneyRoute } from '../../page/journey'

export const sharingRoutes: JourneyRoute[] = [
  { section: 'figures', path: '/sharing', page: async () => (await import('./sharing-page')).page },
]
