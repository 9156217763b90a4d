import type { JourneyRoute } from '../../page/journey'

export const homeRoutes: JourneyRoute[] = [{ path: '/', page: async () => (await import('./home-page')).page }]

/** Opened before it is known for which council the person works. */
export const chooseCouncilRoutes: JourneyRoute[] = [
  { path: '/choose-council', page: async () => (await import('./choose-council-page')).page },
]
