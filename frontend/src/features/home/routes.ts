import type { JourneyRoute } from '../../page/journey'

export const homeRoutes: JourneyRoute[] = [{ path: '/', page: () => import('./home-page') }]

/** Opened before it is known for which council the person works. */
export const chooseCouncilRoutes: JourneyRoute[] = [
  { path: '/choose-council', page: () => import('./choose-council-page') },
]
