import type { JourneyRoute } from '../../page/journey'

export const deploymentRoutes: JourneyRoute[] = [
  { section: 'health', path: '/health', page: () => import('./health-page') },
]
