import type { JourneyRoute } from '../../page/journey'

const section = 'assets'

export const assetRoutes: JourneyRoute[] = [
  { section, path: '/community-assets', page: async () => (await import('./assets-page')).page },
  { section, path: '/community-assets/new', page: async () => (await import('./asset-form-page')).newPage },
  {
    section,
    path: '/community-assets/import',
    page: async () => (await import('./import-pages')).page,
    children: [
      { index: true, page: async () => (await import('./import-pages')).choosePage },
      { path: 'check', page: async () => (await import('./import-pages')).checkPage },
    ],
  },
  { section, path: '/community-assets/:assetId/edit', page: async () => (await import('./asset-form-page')).editPage },
]
