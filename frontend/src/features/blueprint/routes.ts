import type { JourneyRoute } from '../../page/journey'

const section = 'blueprint'

export const blueprintRoutes: JourneyRoute[] = [
  { section, path: '/blueprint', page: async () => (await import('./blueprint-page')).page },
  { section, path: '/blueprint/adopt', page: async () => (await import('./adopt-blueprint-page')).page },
  { section, path: '/blueprint/differences', page: async () => (await import('./differences-page')).page },
  { section, path: '/blueprint/parts/:part', page: async () => (await import('./part-page')).page },
]
