import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const hubRoutes: JourneyRoute[] = [
  { section, path: '/hubs', page: async () => (await import('./hubs-page')).page },
  { section, path: '/hubs/new', page: async () => (await import('./hub-form-page')).newPage },
  { section, path: '/hubs/:hubId', page: async () => (await import('./hub-page')).page },
  { section, path: '/hubs/:hubId/edit', page: async () => (await import('./hub-form-page')).editPage },
  { section, path: '/hubs/:hubId/rooms', page: async () => (await import('./rooms-page')).page },
  { section, path: '/hubs/:hubId/closures', page: async () => (await import('./closures-page')).page },
]
