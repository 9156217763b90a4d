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
      { index: true, page: async () => (await import('./change-session-page')).choose },
      { path: 'change', page: async () => (await import('./change-session-page')).ask },
      { path: 'check', page: async () => (await import('./change-session-page')).check },
      { path: 'cancel', page: async () => (await import('./change-session-page')).cancel },
      { path: 'cancel/check', page: async () => (await import('./change-session-page')).checkCancel },
      { path: 'slots/:slotId/extra-place', page: async () => (await import('./change-session-page')).extraPlace },
    ],
  },
]
