import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const hubRoutes: JourneyRoute[] = [
  { section, path: '/hubs', page: () => import('./hubs-page') },
  { section, path: '/hubs/new', page: async () => ({ page: (await import('./hub-form-page')).newPage }) },
  { section, path: '/hubs/:hubId', page: () => import('./hub-page') },
  { section, path: '/hubs/:hubId/edit', page: async () => ({ page: (await import('./hub-form-page')).editPage }) },
  { section, path: '/hubs/:hubId/rooms', page: () => import('./rooms-page') },
  { section, path: '/hubs/:hubId/closures', page: () => import('./closures-page') },
]
