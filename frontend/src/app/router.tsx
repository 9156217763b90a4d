import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { Problem } from '../api/problem'
import { Loading } from '../page/slow'
import { work } from '../page/work'
import { ErrorPage } from './error-page'
import type { Handle } from './focus'
import { Layout } from './layout'

/** Every page and its address. Each comes with its own file of script, asked for when it is needed. */
export function routes(client: QueryClient): RouteObject[] {
  const section = (name: string): { handle: Handle } => ({ handle: { section: name } })
  return [
    {
      element: <Layout />,
      HydrateFallback: Loading,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            { path: '/join', lazy: async () => (await import('../routes/join')).page(client) },
            { path: '/choose-council', lazy: async () => (await import('../routes/choose-council')).page(client) },
            {
              loader: () => work(client),
              children: [
                { path: '/', lazy: async () => (await import('../routes/home')).page(client) },
                { path: '/today', lazy: async () => (await import('../routes/today')).page(client) },
                {
                  ...section('councils'),
                  path: '/councils',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/councils')).page(client) },
                    {
                      path: 'new',
                      lazy: async () => (await import('../routes/new-council')).page(client),
                      children: [
                        { index: true, lazy: async () => (await import('../routes/new-council')).which },
                        { path: 'check', lazy: async () => (await import('../routes/new-council')).check },
                        { path: 'details', lazy: async () => (await import('../routes/new-council')).details },
                        { path: 'made-up', lazy: async () => (await import('../routes/new-council')).madeUp },
                      ],
                    },
                    { path: ':councilId', lazy: async () => (await import('../routes/council')).page(client) },
                    {
                      path: ':councilId/settings',
                      lazy: async () => (await import('../routes/council-settings')).page(client),
                    },
                    {
                      path: ':councilId/members/new',
                      lazy: async () => (await import('../routes/new-member')).page(client),
                    },
                    {
                      path: ':councilId/members/:memberId',
                      lazy: async () => (await import('../routes/member')).page(client),
                    },
                  ],
                },
                {
                  ...section('team'),
                  path: '/team',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/team')).page(client) },
                    {
                      path: 'invite',
                      lazy: async () => (await import('../routes/invite')).page(client),
                      children: [
                        { index: true, lazy: async () => (await import('../routes/invite')).ask },
                        { path: 'check', lazy: async () => (await import('../routes/invite')).check },
                      ],
                    },
                    {
                      path: 'invitations/:invitationId',
                      lazy: async () => (await import('../routes/invitation')).page(client),
                    },
                    {
                      path: 'members/:memberId',
                      lazy: async () => (await import('../routes/team-member')).page(client),
                    },
                  ],
                },
                {
                  ...section('blueprint'),
                  path: '/blueprint',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/blueprint')).page(client) },
                    { path: 'adopt', lazy: async () => (await import('../routes/adopt-blueprint')).page(client) },
                    {
                      path: 'differences',
                      lazy: async () => (await import('../routes/blueprint-differences')).page(client),
                    },
                    { path: 'parts/:part', lazy: async () => (await import('../routes/blueprint-part')).page(client) },
                  ],
                },
                {
                  ...section('outbox'),
                  path: '/outbox',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/outbox')).choose(client) },
                    { path: ':councilId', lazy: async () => (await import('../routes/outbox')).page(client) },
                  ],
                },
                {
                  ...section('hubs'),
                  path: '/hubs',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/hubs')).page(client) },
                    {
                      path: 'import',
                      lazy: async () => (await import('../routes/import-hubs')).page(client),
                      children: [
                        { index: true, lazy: async () => (await import('../routes/import-hubs')).choose },
                        { path: 'check', lazy: async () => (await import('../routes/import-hubs')).check },
                        { path: 'done', lazy: async () => (await import('../routes/import-hubs')).done },
                      ],
                    },
                    {
                      path: 'imports/:importId/undo',
                      lazy: async () => (await import('../routes/undo-import')).page(client),
                    },
                    { path: 'new', lazy: async () => (await import('../routes/hub-form')).newPage(client) },
                    { path: ':hubId', lazy: async () => (await import('../routes/hub')).page(client) },
                    { path: ':hubId/edit', lazy: async () => (await import('../routes/hub-form')).editPage(client) },
                    { path: ':hubId/rooms', lazy: async () => (await import('../routes/hub-rooms')).page(client) },
                    {
                      path: ':hubId/closures',
                      lazy: async () => (await import('../routes/hub-closures')).page(client),
                    },
                    { path: ':hubId/sessions', lazy: async () => (await import('../routes/sessions')).page(client) },
                    { path: ':hubId/series', lazy: async () => (await import('../routes/series-list')).page(client) },
                    {
                      path: ':hubId/series/new',
                      lazy: async () => (await import('../routes/new-series')).page(client),
                      children: [
                        { index: true, lazy: async () => (await import('../routes/new-series')).ask },
                        { path: 'check', lazy: async () => (await import('../routes/new-series')).check },
                      ],
                    },
                    {
                      path: ':hubId/sessions/new',
                      lazy: async () => (await import('../routes/new-session')).page(client),
                      children: [
                        { index: true, lazy: async () => (await import('../routes/new-session')).ask },
                        { path: 'check', lazy: async () => (await import('../routes/new-session')).check },
                      ],
                    },
                    {
                      ...section('today'),
                      path: ':hubId/days/:date/sheet',
                      lazy: async () => (await import('../routes/day-sheet')).page(client),
                    },
                    {
                      ...section('today'),
                      path: ':hubId/days/:date',
                      lazy: async () => (await import('../routes/day')).page(client),
                      children: [
                        {
                          path: 'book',
                          handle: { focusesItself: true, section: 'today' } satisfies Handle,
                          lazy: async () => (await import('../routes/book-someone')).page(client),
                        },
                        {
                          path: 'walk-in',
                          handle: { focusesItself: true, section: 'today' } satisfies Handle,
                          lazy: async () => (await import('../routes/walk-in')).page,
                        },
                        {
                          path: 'slots/:slotId/extra-place',
                          handle: { focusesItself: true, section: 'today' } satisfies Handle,
                          lazy: async () => (await import('../routes/extra-place')).page,
                        },
                        {
                          path: 'bookings/:bookingId',
                          handle: { focusesItself: true, section: 'today' } satisfies Handle,
                          children: [
                            { index: true, lazy: async () => (await import('../routes/change-booking')).manage },
                            { path: 'cancel', lazy: async () => (await import('../routes/change-booking')).cancel },
                            { path: 'move', lazy: async () => (await import('../routes/move-booking')).page(client) },
                            {
                              path: 'did-not-attend',
                              lazy: async () => (await import('../routes/change-booking')).didNotAttend,
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
                {
                  ...section('hubs'),
                  path: '/series/:seriesId',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/series')).page(client) },
                    {
                      path: 'end',
                      lazy: async () => (await import('../routes/end-series')).page(client),
                      children: [
                        { index: true, lazy: async () => (await import('../routes/end-series')).ask },
                        { path: 'check', lazy: async () => (await import('../routes/end-series')).check },
                      ],
                    },
                  ],
                },
                {
                  ...section('hubs'),
                  path: '/sessions/:sessionId',
                  lazy: async () => (await import('../routes/change-session')).page(client),
                  children: [
                    { index: true, lazy: async () => (await import('../routes/change-session')).choose },
                    { path: 'change', lazy: async () => (await import('../routes/change-session')).ask },
                    { path: 'check', lazy: async () => (await import('../routes/change-session')).check },
                    { path: 'cancel', lazy: async () => (await import('../routes/change-session')).cancel },
                    { path: 'cancel/check', lazy: async () => (await import('../routes/change-session')).checkCancel },
                    {
                      path: 'slots/:slotId/extra-place',
                      lazy: async () => (await import('../routes/change-session')).extraPlace,
                    },
                  ],
                },
                {
                  ...section('audit'),
                  path: '/audit',
                  lazy: async () => (await import('../routes/audit')).page(client),
                },
                {
                  ...section('set-up'),
                  path: '/set-up',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/set-up')).page(client) },
                    { path: 'go-live', lazy: async () => (await import('../routes/set-up')).goLive(client) },
                  ],
                },
                {
                  ...section('settings'),
                  path: '/agreement',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/agreement')).page(client) },
                    { path: 'accept', lazy: async () => (await import('../routes/agreement')).accept(client) },
                  ],
                },
                {
                  ...section('settings'),
                  path: '/settings',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/settings')).page(client) },
                    { path: 'name', lazy: async () => (await import('../routes/settings')).name(client) },
                    { path: 'contact', lazy: async () => (await import('../routes/settings')).contact(client) },
                    { path: 'languages', lazy: async () => (await import('../routes/settings')).languages(client) },
                    {
                      path: 'data-protection',
                      lazy: async () => (await import('../routes/settings')).dataProtection(client),
                    },
                    { path: 'assessment', lazy: async () => (await import('../routes/settings')).assessment(client) },
                    { path: 'labels', lazy: async () => (await import('../routes/settings')).labels(client) },
                    { path: 'logo', lazy: async () => (await import('../routes/settings')).logo(client) },
                    { path: 'colour', lazy: async () => (await import('../routes/settings')).colour(client) },
                  ],
                },
                {
                  ...section('people'),
                  path: '/people',
                  children: [
                    { index: true, lazy: async () => (await import('../routes/people')).page(client) },
                    { path: 'new', lazy: async () => (await import('../routes/new-person')).page(client) },
                    {
                      path: ':personId/looks',
                      lazy: async () => (await import('../routes/looks')).page(client),
                    },
                    { path: ':personId', lazy: async () => (await import('../routes/person')).page(client) },
                    { path: ':personId/edit', lazy: async () => (await import('../routes/edit-person')).page(client) },
                  ],
                },
                { path: '*', loader: () => Promise.reject(new Problem(404, {})) },
              ],
            },
          ],
        },
      ],
    },
  ]
}
