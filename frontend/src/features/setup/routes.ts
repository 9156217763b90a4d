import type { JourneyRoute } from '../../page/journey'

const section = 'set-up'

export const setupRoutes: JourneyRoute[] = [
  { section, path: '/set-up', page: async () => (await import('./setup-page')).page },
  { section, path: '/set-up/go-live', page: async () => (await import('./go-live-page')).page },
  { section: 'settings', path: '/poster', page: async () => (await import('./poster-page')).page },
]
