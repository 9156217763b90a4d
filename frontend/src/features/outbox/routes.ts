import type { JourneyRoute } from '../../page/journey'

const section = 'outbox'

export const outboxRoutes: JourneyRoute[] = [
  { section, path: '/outbox', page: async () => ({ page: (await import('./outbox-page')).choose }) },
  { section, path: '/outbox/:councilId', page: () => import('./outbox-page') },
]
