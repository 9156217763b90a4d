import type { JourneyRoute } from '../../page/journey'

export const timelineRoutes: JourneyRoute[] = [
  { section: 'people', path: '/last-spoken', page: async () => (await import('./last-spoken-page')).page },
]
