import type { JourneyRoute } from '../../page/journey'

const section = 'conversations'

export const conversationRoutes: JourneyRoute[] = [
  { section, path: '/conversations', page: () => import('./conversations-page') },
  { section, path: '/conversations/new', page: () => import('./new-conversation-page') },
  { section, path: '/conversations/:conversationId', page: () => import('./conversation-page') },
  {
    section: 'week',
    path: '/conversations-without-readers',
    page: () => import('./without-readers-page'),
  },
  {
    section,
    path: '/conversations/:conversationId/history',
    page: () => import('./history-page'),
  },
]
