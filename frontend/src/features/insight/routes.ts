import type { JourneyRoute } from '../../page/journey'

const section = 'figures'

export const insightRoutes: JourneyRoute[] = [
  { section, path: '/insights', page: async () => (await import('./insights-page')).page },
  { section, path: '/insights/:figure', page: async () => (await import('./figure-page')).page },
]
