import type { JourneyRoute } from '../../page/journey'

const section = 'councils'

export const councilRoutes: JourneyRoute[] = [
  { section, path: '/councils', page: async () => (await import('./councils-page')).page },
  {
    section,
    path: '/councils/new',
    page: async () => (await import('./new-council-page')).page,
    children: [
      { index: true, page: async () => (await import('./choose-authority-page')).page },
      { path: 'check', page: async () => (await import('./check-authority-page')).page },
      { path: 'details', page: async () => (await import('./council-details-page')).ofRegister },
      { path: 'made-up', page: async () => (await import('./council-details-page')).demonstration },
    ],
  },
  { section, path: '/councils/:councilId', page: async () => (await import('./council-page')).page },
  { section, path: '/councils/:councilId/settings', page: async () => (await import('./council-settings-page')).page },
  {
    section,
    path: '/councils/:councilId/email-domains',
    page: async () => (await import('./email-domains-page')).page,
  },
  { section, path: '/councils/:councilId/members/new', page: async () => (await import('./appoint-lead-page')).page },
  { section, path: '/councils/:councilId/members/:memberId', page: async () => (await import('./member-page')).page },
]
