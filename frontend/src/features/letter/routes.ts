import type { JourneyRoute } from '../../page/journey'

const section = 'conversations'

export const letterRoutes: JourneyRoute[] = [
  { section, path: '/conversations/:conversationId/letter', page: async () => (await import('./letter-page')).page },
  {
    section,
    path: '/conversations/:conversationId/whole',
    page: async () => (await import('./whole-record-page')).page,
  },
]
