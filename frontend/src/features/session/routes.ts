import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const sessionRoutes: JourneyRoute[] = [
  { section, path: '/hubs/:hubId/sessions', page: async () => (await import('./sessions-page')).page },
  {
    section,
    path: '/hubs/:hubId/sessions/new',
    page: async () => (await import('./new-session-page')).page,
    children: [
      { index: true, page: async () => (await import('./new-session-form-page')).page },
      { path: 'check', page: async () => (await import('./check-new-session-page')).page },
    ],
  },
]
