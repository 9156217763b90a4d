import type { JourneyRoute } from '../../page/journey'

const section = 'conversations'

export const letterRoutes: JourneyRoute[] = [
  { section, path: '/conversations/:conversationId/letter', page: () => import('./letter-page') },
  {
    section,
    path: '/conversations/:conversationId/whole',
    page: () => import('./whole-record-page'),
  },
]
