import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import '../text/i18n'
import { pageState } from '../api/release'
import { forgetSession } from '../api/session'
import { closeDrafts } from '../features/conversation/drafts'
import { dropDraft } from '../page/draft'
import { deviceClock } from '../text/clock'
import { server } from './server'

// The first page of a test file waits for its script to be read.
configure({ asyncUtilTimeout: 25_000 })

// What jsdom does not have. A desk's screen, so that the navigation is open.
window.matchMedia = (query) => ({
  matches: true,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  cleanup()
  server.resetHandlers()
  forgetSession()
  dropDraft()
  closeDrafts()
  pageState.reset()
  deviceClock.reset()
  localStorage.clear()
  sessionStorage.clear()
  // In this order: a spy that was put on a fake timer would put the fake one back in place of the real one.
  vi.restoreAllMocks()
  vi.useRealTimers()
})
afterAll(() => server.close())
