import type { JourneyRoute } from '../../page/journey'

const section = 'set-up'

export const setupRoutes: JourneyRoute[] = [
  { section, path: '/set-up', page: () => import('./setup-page') },
  { section, path: '/set-up/go-live', page: () => import('./go-live-page') },
  { section: 'settings', path: '/poster', page: () => import('./poster-page') },
]
