import type { JourneyRoute } from '../../page/journey'

const section = 'settings'

export const settingsRoutes: JourneyRoute[] = [
  { section, path: '/settings', page: async () => (await import('./settings-page')).page },
  { section, path: '/settings/name', page: async () => (await import('./settings-page')).name },
  { section, path: '/settings/contact', page: async () => (await import('./settings-page')).contact },
  { section, path: '/settings/languages', page: async () => (await import('./settings-page')).languages },
  { section, path: '/settings/data-protection', page: async () => (await import('./settings-page')).dataProtection },
  { section, path: '/settings/assessment', page: async () => (await import('./settings-page')).assessment },
  { section, path: '/settings/labels', page: async () => (await import('./settings-page')).labels },
  { section, path: '/settings/logo', page: async () => (await import('./settings-page')).logo },
  { section, path: '/settings/colour', page: async () => (await import('./settings-page')).colour },
]
