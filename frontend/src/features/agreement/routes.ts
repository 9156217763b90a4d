import type { JourneyRoute } from '../../page/journey'

const section = 'settings'

export const agreementRoutes: JourneyRoute[] = [
  { section, path: '/agreement', page: () => import('./agreement-page') },
  { section, path: '/agreement/accept', page: () => import('./accept-agreement-page') },
]
