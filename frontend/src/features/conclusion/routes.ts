import type { JourneyRoute } from '../../page/journey'

const section = 'conversations'

export const conclusionRoutes: JourneyRoute[] = [
  { section, path: '/conversations/:conversationId/finish', page: async () => (await import('./finish-page')).page },
  { section, path: '/conversations/:conversationId/correct', page: async () => (await import('./correct-page')).page },
]
