import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { expect, onTestFinished } from 'vitest'
import { newQueryClient } from '../api/queries'
import { forgetSession, type Session } from '../api/session'
import type { Council } from '../api/types'
import { routes } from '../app/router'
import { aCouncil, aSession } from './builders'
import { answers } from './server'

interface Who {
  session?: Session
  council?: Council
}

/** Opens the whole application at an address, for hub staff of Larkshire unless said otherwise. */
export function open(path: string, who: Who = {}): UserEvent {
  window.history.pushState(null, '', path)
  return show(who)
}

/** Opens the page again as a new document would: nothing is in memory, and no page gives back what it keeps. */
export async function reload(who: Who = {}): Promise<UserEvent> {
  const draft = sessionStorage.getItem('alongside.draft')
  await act(async () => cleanup())
  forgetSession()
  if (draft) sessionStorage.setItem('alongside.draft', draft)
  return show(who)
}

function show({ session = aSession(), council = aCouncil() }: Who): UserEvent {
  answers('get', '/session', session as never)
  answers('get', '/api/council', council as never)
  document.title = ''
  const client = newQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retryDelay: 0 } })
  const router = createBrowserRouter(routes(client))
  // Else it would go on listening to the address, and load pages in the middle of later tests.
  onTestFinished(() => {
    router.dispose()
    client.clear()
  })
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return userEvent.setup({ delay: null })
}

/** Waits for the page with this h1. */
export function pageWith(name: string | RegExp): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 1, name }, { timeout: 25_000 })
}

/** No finding of axe. Contrast is checked on the palette and in a real browser: jsdom paints nothing. */
export async function expectAccessible(): Promise<void> {
  document.documentElement.lang = 'en'
  await waitFor(() => expect(document.title).not.toBe(''))
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}
