import type { JourneyRoute } from '../../page/journey'

/** Panels beside the day's board. */
export const walkInPanels: JourneyRoute[] = [
  {
    section: 'today',
    focusesItself: true,
    path: 'walk-in',
    page: async () => (await import('./walk-in-page')).page,
  },
  {
    section: 'today',
    focusesItself: true,
    path: 'walk-ins/:walkInId',
    page: async () => (await import('./correct-walk-in-page')).page,
  },
]
