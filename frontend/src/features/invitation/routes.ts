import type { JourneyRoute } from '../../page/journey'

/** Opened without signing in. */
export const invitationRoutes: JourneyRoute[] = [{ path: '/join', page: () => import('./join-page') }]
