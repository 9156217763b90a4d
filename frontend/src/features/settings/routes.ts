import type { JourneyRoute } from '../../page/journey'

const section = 'settings'

export const settingsRoutes: JourneyRoute[] = [
  { section, path: '/settings', page: async () => (await import('./settings-page')).page },
  { section, path: '/settings/name', page: async () => (await import('./name-page')).page },
  { section, path: '/settings/contact', page: async () => (await import('./contact-page')).page },
  { section, path: '/settings/safeguarding', page: async () => (await import('./safeguarding-page')).page },
  { section, path: '/settings/second-factor', page: async () => (await import('./second-factor-page')).page },
  { section, path: '/settings/sign-in', page: async () => (await import('./sign-in-page')).page },
  { section, path: '/settings/languages', page: async () => (await import('./languages-page')).page },
  { section, path: '/settings/data-protection', page: async () => (await import('./data-protection-page')).page },
  { section, path: '/settings/assessment', page: async () => (await import('./assessment-page')).page },
  { section, path: '/settings/labels', page: async () => (await import('./labels-page')).page },
  { section, path: '/settings/logo', page: async () => (await import('./logo-page')).page },
  { section, path: '/settings/colour', page: async () => (await import('./colour-page')).page },
]
