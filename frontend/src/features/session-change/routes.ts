import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const sessionChangeRoutes: JourneyRoute[] = [
  {
    section,
    path: '/series/:seriesId/end',
    page: () => import('./end-series-page'),
    children: [
      { index: true, page: async () => ({ page: (await import('./end-series-page')).ask }) },
      { path: 'check', page: async () => ({ page: (await import('./end-series-page')).check }) },
    ],
  },
  {
    section,
    path: '/sessions/:sessionId',
    page: () => import('./change-session-page'),
    children: [
      { index: true, page: () => import('./choose-change-page') },
      { path: 'change', page: () => import('./edit-sessions-page') },
      { path: 'check', page: () => import('./check-change-page') },
      { path: 'cancel', page: () => import('./cancel-session-page') },
      { path: 'cancel/check', page: () => import('./check-cancel-page') },
      { path: 'slots/:slotId/extra-place', page: () => import('./extra-place-page') },
    ],
  },
]
