import type { JourneyRoute } from '../../page/journey'

const section = 'settings'

export const agreementRoutes: JourneyRoute[] = [
  { section, path: '/agreement', page: async () => (await import('./agreement-page')).page },
  { section, path: '/agreement/accept', page: async () => (await import('./accept-agreement-page')).page },
]
