import type { JourneyRoute } from '../../page/journey'

/** Opened also before it is known for which council the person works. */
export const signInRoutes: JourneyRoute[] = [{ path: '/sign-ins', page: () => import('./sign-ins-page') }]
