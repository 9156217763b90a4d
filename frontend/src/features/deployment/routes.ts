import type { JourneyRoute } from '../../page/journey'

export const deploymentRoutes: JourneyRoute[] = [
  { section: 'health', path: '/health', page: async () => (await import('./health-page')).page },
]
