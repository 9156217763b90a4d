import type { JourneyRoute } from '../../page/journey'

const section = 'assets'

export const assetRoutes: JourneyRoute[] = [
  { section, path: '/community-assets', page: () => import('./assets-page') },
  { section, path: '/community-assets/new', page: async () => ({ page: (await import('./asset-form-page')).newPage }) },
  {
    section,
    path: '/community-assets/import',
    page: () => import('./import-pages'),
    children: [
      { index: true, page: async () => ({ page: (await import('./import-pages')).choosePage }) },
      { path: 'check', page: async () => ({ page: (await import('./import-pages')).checkPage }) },
    ],
  },
  {
    section,
    path: '/community-assets/:assetId/edit',
    page: async () => ({ page: (await import('./asset-form-page')).editPage }),
  },
]
