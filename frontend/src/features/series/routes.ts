import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const seriesRoutes: JourneyRoute[] = [
  { section, path: '/hubs/:hubId/series', page: () => import('./series-list-page') },
  {
    section,
    path: '/hubs/:hubId/series/new',
    page: () => import('./new-series-page'),
    children: [
      { index: true, page: () => import('./new-series-form-page') },
      { path: 'check', page: () => import('./check-new-series-page') },
    ],
  },
  { section, path: '/series/:seriesId', page: () => import('./series-page') },
]
