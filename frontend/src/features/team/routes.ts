import type { JourneyRoute } from '../../page/journey'

const section = 'team'

export const teamRoutes: JourneyRoute[] = [
  { section, path: '/team', page: () => import('./team-page') },
  {
    section,
    path: '/team/invite',
    page: () => import('./invite-page'),
    children: [
      { index: true, page: () => import('./invite-form-page') },
      { path: 'check', page: () => import('./check-invitations-page') },
    ],
  },
  { section, path: '/team/invitations/:invitationId', page: () => import('./invitation-page') },
  { section, path: '/team/members/:memberId', page: () => import('./team-member-page') },
]
