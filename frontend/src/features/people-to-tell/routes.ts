import type { JourneyRoute } from '../../page/journey'

const section = 'today'

export const peopleToTellRoutes: JourneyRoute[] = [
  {
    section,
    path: '/hubs/:hubId/people-to-tell',
    page: async () => (await import('./people-to-tell-page')).page,
  },
  { section, path: '/hubs/:hubId/people-told', page: async () => (await import('./people-told-page')).page },
]
