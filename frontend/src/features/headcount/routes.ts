import type { JourneyRoute } from '../../page/journey'

/** A panel beside the day's board. */
export const headcountPanels: JourneyRoute[] = [
  {
    section: 'today',
    focusesItself: true,
    path: 'sessions/:sessionId/headcount',
    page: () => import('./headcount-page'),
  },
]
