import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const hubImportRoutes: JourneyRoute[] = [
  {
    section,
    path: '/hubs/import',
    page: async () => (await import('./import-hubs-page')).page,
    children: [
      { index: true, page: async () => (await import('./import-hubs-page')).choose },
      { path: 'check', page: async () => (await import('./import-hubs-page')).check },
      { path: 'done', page: async () => (await import('./import-hubs-page')).done },
    ],
  },
  { section, path: '/hubs/imports/:importId/undo', page: async () => (await import('./undo-import-page')).page },
]
