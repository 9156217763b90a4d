import type { JourneyRoute } from '../../page/journey'

const section = 'conversations'

export const conversationRoutes: JourneyRoute[] = [
  { section, path: '/conversations', page: async () => (await import('./conversations-page')).page },
  { section, path: '/conversations/new', page: async () => (await import('./new-conversation-page')).page },
  { section, path: '/conversations/:conversationId', page: async () => (await import('./conversation-page')).page },
  {
    section: 'week',
    path: '/conversations-without-readers',
    page: async () => (await import('./without-readers-page')).page,
  },
  {
    section,
    path: '/conversations/:conversationId/history',
    page: async () => (await import('./history-page')).page,
  },
]
