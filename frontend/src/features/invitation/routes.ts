import type { JourneyRoute } from '../../page/journey'

/** Opened without signing in. */
export const invitationRoutes: JourneyRoute[] = [
  { path: '/join', page: async () => (await import('./join-page')).page },
]
