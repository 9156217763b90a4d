import type { JourneyRoute } from '../../page/journey'

/** Opened without signing in. */
export const passwordRoutes: JourneyRoute[] = [
  { path: '/forgotten-password', page: async () => (await import('./forgotten-password-page')).page },
  { path: '/new-password', page: async () => (await import('./new-password-page')).page },
]
