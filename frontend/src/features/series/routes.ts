import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const seriesRoutes: JourneyRoute[] = [
  { section, path: '/hubs/:hubId/series', page: async () => (await import('./series-list-page')).page },
  {
    section,
    path: '/hubs/:hubId/series/new',
    page: async () => (await import('./new-series-page')).page,
    children: [
      { index: true, page: async () => (await import('./new-series-form-page')).page },
      { path: 'check', page: async () => (await import('./check-new-series-page')).page },
    ],
  },
  { section, path: '/series/:seriesId', page: async () => (await import('./series-page')).page },
]
