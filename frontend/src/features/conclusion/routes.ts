import type { JourneyRoute } from '../../page/journey'

const section = 'conversations'

export const conclusionRoutes: JourneyRoute[] = [
  { section, path: '/conversations/:conversationId/finish', page: () => import('./finish-page') },
  { section, path: '/conversations/:conversationId/correct', page: () => import('./correct-page') },
]
