import type { JourneyRoute } from '../../page/journey'

export const concernRoutes: JourneyRoute[] = [
  { section: 'worry', path: '/worry', page: async () => (await import('./worry-page')).page },
  { section: 'conversations', path: '/concerns', page: async () => (await import('./concerns-page')).page },
]
