import type { JourneyRoute } from '../../page/journey'

export const moveRoutes: JourneyRoute[] = [
  {
    section: 'conversations',
    path: '/conversations/:conversationId/move',
    page: () => import('./move-page'),
  },
]
