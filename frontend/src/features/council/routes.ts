import type { JourneyRoute } from '../../page/journey'

const section = 'councils'

export const councilRoutes: JourneyRoute[] = [
  { section, path: '/councils', page: () => import('./councils-page') },
  {
    section,
    path: '/councils/new',
    page: () => import('./new-council-page'),
    children: [
      { index: true, page: () => import('./choose-authority-page') },
      { path: 'check', page: () => import('./check-authority-page') },
      { path: 'details', page: async () => ({ page: (await import('./council-details-page')).ofRegister }) },
      { path: 'made-up', page: async () => ({ page: (await import('./council-details-page')).demonstration }) },
    ],
  },
  { section, path: '/councils/facts/*', page: () => import('./facts-pages') },
  { section, path: '/councils/:councilId', page: () => import('./council-page') },
  { section, path: '/councils/:councilId/settings', page: () => import('./council-settings-page') },
  {
    section,
    path: '/councils/:councilId/email-domains',
    page: () => import('./email-domains-page'),
  },
  { section, path: '/councils/:councilId/members/new', page: () => import('./appoint-lead-page') },
  { section, path: '/councils/:councilId/members/:memberId', page: () => import('./member-page') },
]
