import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const hubImportRoutes: JourneyRoute[] = [
  {
    section,
    path: '/hubs/import',
    page: async () => (await import('./import-hubs-page')).page,
    children: [
      { index: true, page: async () => (await import('./choose-file-page')).page },
      { path: 'check', page: async () => (await import('./check-import-page')).page },
      { path: 'done', page: async () => (await import('./import-done-page')).page },
    ],
  },
  { section, path: '/hubs/imports/:importId/undo', page: async () => (await import('./undo-import-page')).page },
]
