import type { JourneyRoute } from '../../page/journey'

const section = 'today'

export const peopleToTellRoutes: JourneyRoute[] = [
  {
    section,
    path: '/hubs/:hubId/people-to-tell',
    page: () => import('./people-to-tell-page'),
  },
  { section, path: '/hubs/:hubId/people-told', page: () => import('./people-told-page') },
]
