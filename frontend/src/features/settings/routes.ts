import type { JourneyRoute } from '../../page/journey'

const section = 'settings'

export const settingsRoutes: JourneyRoute[] = [
  { section, path: '/settings', page: () => import('./settings-page') },
  { section, path: '/settings/name', page: () => import('./name-page') },
  { section, path: '/settings/contact', page: () => import('./contact-page') },
  { section, path: '/settings/safeguarding', page: () => import('./safeguarding-page') },
  { section, path: '/settings/second-factor', page: () => import('./second-factor-page') },
  { section, path: '/settings/sign-in', page: () => import('./sign-in-page') },
  { section, path: '/settings/languages', page: () => import('./languages-page') },
  { section, path: '/settings/data-protection', page: () => import('./data-protection-page') },
  { section, path: '/settings/assessment', page: () => import('./assessment-page') },
  { section, path: '/settings/labels', page: () => import('./labels-page') },
  { section, path: '/settings/logo', page: () => import('./logo-page') },
  { section, path: '/settings/colour', page: () => import('./colour-page') },
]
