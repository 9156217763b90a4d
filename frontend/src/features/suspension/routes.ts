import type { JourneyRoute } from '../../page/journey'

export const suspensionRoutes: JourneyRoute[] = [
  { section: 'councils', path: '/councils/:councilId/suspension', page: () => import('./suspension-page') },
]
