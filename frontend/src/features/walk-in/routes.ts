import type { JourneyRoute } from '../../page/journey'

/** Panels beside the day's board. */
export const walkInPanels: JourneyRoute[] = [
  {
    section: 'today',
    focusesItself: true,
    path: 'walk-in',
    page: () => import('./walk-in-page'),
  },
  {
    section: 'today',
    focusesItself: true,
    path: 'walk-ins/:walkInId',
    page: () => import('./correct-walk-in-page'),
  },
]
