import type { JourneyRoute } from '../../page/journey'

export const timelineRoutes: JourneyRoute[] = [
  { section: 'people', path: '/last-spoken', page: () => import('./last-spoken-page') },
]
