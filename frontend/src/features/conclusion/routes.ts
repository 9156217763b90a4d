import type { JourneyRoute } from '../../page/journey'

const section = 'conversations'

export const conclusionRoutes: JourneyRoute[] = [
  { section, path: '/conversations/:conversationId/finish', page: async () => (await import('./finish-page')).page },
]
