import type { JourneyRoute } from '../../page/journey'

const section = 'people'
const MEASURES = '/people/:personId/measures'

export const measureRoutes: JourneyRoute[] = [
  { section, path: MEASURES, page: () => import('./measures-page') },
  { section, path: `${MEASURES}/ask`, page: () => import('./choose-instrument-page') },
  { section, path: `${MEASURES}/ask/:instrument`, page: () => import('./ask-page') },
  { section, path: `${MEASURES}/paper/:instrument`, page: () => import('./paper-page') },
  { section, path: `${MEASURES}/answers/:measureId`, page: () => import('./measure-page') },
  { section, path: `${MEASURES}/answers/:measureId/correct`, page: () => import('./correct-page') },
  { section: 'figures', path: '/figures', page: () => import('./figures-page') },
]
