import type { JourneyRoute } from '../../page/journey'

const section = 'team'

export const teamRoutes: JourneyRoute[] = [
  { section, path: '/team', page: async () => (await import('./team-page')).page },
  {
    section,
    path: '/team/invite',
    page: async () => (await import('./invite-page')).page,
    children: [
      { index: true, page: async () => (await import('./invite-form-page')).page },
      { path: 'check', page: async () => (await import('./check-invitations-page')).page },
    ],
  },
  { section, path: '/team/invitations/:invitationId', page: async () => (await import('./invitation-page')).page },
  { section, path: '/team/members/:memberId', page: async () => (await import('./team-member-page')).page },
]
