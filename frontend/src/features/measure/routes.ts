import type { JourneyRoute } from '../../page/journey'

const section = 'people'
const MEASURES = '/people/:personId/measures'

export const measureRoutes: JourneyRoute[] = [
  { section, path: MEASURES, page: async () => (await import('./measures-page')).page },
  { section, path: `${MEASURES}/ask`, page: async () => (await import('./choose-instrument-page')).page },
  { section, path: `${MEASURES}/ask/:instrument`, page: async () => (await import('./ask-page')).page },
  { section, path: `${MEASURES}/paper/:instrument`, page: async () => (await import('./paper-page')).page },
  { section, path: `${MEASURES}/answers/:measureId`, page: async () => (await import('./measure-page')).page },
  { section, path: `${MEASURES}/answers/:measureId/correct`, page: async () => (await import('./correct-page')).page },
  { section: 'figures', path: '/figures', page: async () => (await import('./figures-page')).page },
]
