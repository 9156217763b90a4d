import type { JourneyRoute } from '../../page/journey'

export const concernRoutes: JourneyRoute[] = [
  { section: 'worry', path: '/worry', page: () => import('./worry-page') },
  { section: 'conversations', path: '/concerns', page: () => import('./concerns-page') },
]
