import type { JourneyRoute } from '../../page/journey'

const section = 'blueprint'

export const blueprintRoutes: JourneyRoute[] = [
  { section, path: '/blueprint', page: () => import('./blueprint-page') },
  { section, path: '/blueprint/adopt', page: () => import('./adopt-blueprint-page') },
  { section, path: '/blueprint/differences', page: () => import('./differences-page') },
  { section, path: '/blueprint/parts/:part', page: () => import('./part-page') },
]
