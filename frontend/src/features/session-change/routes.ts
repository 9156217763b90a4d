import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const sessionChangeRoutes: JourneyRoute[] = [
  {
    section,
    path: '/series/:seriesId/end',
    page: async () => (await import('./end-series-page')).page,
    children: [
      { index: true, page: async () => (await import('./end-series-page')).ask },
      { path: 'check', page: async () => (await import('./end-series-page')).check },
    ],
  },
  {
    section,
    path: '/sessions/:sessionId',
    page: async () => (await import('./change-session-page')).page,
    children: [
      { index: true, page: async () => (await import('./choose-change-page')).page },
      { path: 'change', page: async () => (await import('./edit-sessions-page')).page },
      { path: 'check', page: async () => (await import('./check-change-page')).page },
      { path: 'cancel', page: async () => (await import('./cancel-session-page')).page },
      { path: 'cancel/check', page: async () => (await import('./check-cancel-page')).page },
      { path: 'slots/:slotId/extra-place', page: async () => (await import('./extra-place-page')).page },
    ],
  },
]
