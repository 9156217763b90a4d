import type { JourneyRoute } from '../../page/journey'

const section = 'figures'

export const insightRoutes: JourneyRoute[] = [
  { section, path: '/insights', page: async () => (await import('./insights-page')).page },
  { section, path: '/national-measures', page: async () => (await import('./national-page')).page },
  { section, path: '/insights/:figure', page: async () => (await import('./figure-page')).page },
  { section, path: '/insights/:figure/sessions', page: async () => (await import('./sessions-page')).page },
  { section, path: '/insights/:figure/people', page: async () => (await import('./people-page')).page },
]
