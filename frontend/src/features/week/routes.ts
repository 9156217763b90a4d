import type { JourneyRoute } from '../../page/journey'

export const weekRoutes: JourneyRoute[] = [{ section: 'week', path: '/week', page: () => import('./week-page') }]
