import type { JourneyRoute } from '../../page/journey'

/** Opened without signing in. */
export const passwordRoutes: JourneyRoute[] = [
  { path: '/forgotten-password', page: () => import('./forgotten-password-page') },
  { path: '/new-password', page: () => import('./new-password-page') },
]
