import type { JourneyRoute } from '../../page/journey'

const section = 'hubs'

export const hubImportRoutes: JourneyRoute[] = [
  {
    section,
    path: '/hubs/import',
    page: () => import('./import-hubs-page'),
    children: [
      { index: true, page: () => import('./choose-file-page') },
      { path: 'check', page: () => import('./check-import-page') },
      { path: 'done', page: () => import('./import-done-page') },
    ],
  },
  { section, path: '/hubs/imports/:importId/undo', page: () => import('./undo-import-page') },
]
