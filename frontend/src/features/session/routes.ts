import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const sessionRoutes: JourneyRoute[] = [
  { section, path: '/hubs/:hubId/sessions', page: () => import('./sessions-page') },
  {
    section,
    path: '/hubs/:hubId/sessions/new',
    page: () => import('./new-session-page'),
    children: [
      { index: true, page: () => import('./new-session-form-page') },
      { path: 'check', page: () => import('./check-new-session-page') },
    ],
  },
]
