import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { browser } from '../../api/browser'
import { aHub, aMorning, anId, found, freeSlots, LIBRARY } from '../../test/builders'
import { expectAccessible, open } from '../../test/open'
import { answers, server } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const NOT_LOADED = 'This part of the page did not load.'

/** Lets a script fail to load for the rest of the test. */
function missing(script: string) {
  vi.doMock(script, () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  onTestFinished(() => vi.doUnmock(script))
}

/** Tries again without the network, and then with it. A reload brings back what was typed. */
async function tryAgain(user: ReturnType<typeof open>) {
  const reload = vi.spyOn(browser, 'reload').mockImplementation(() => undefined)
  const failed = vi.fn(() => HttpResponse.error())
  server.use(http.get(window.location.origin, failed))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(failed).toHaveBeenCalled())
  expect(reload).not.toHaveBeenCalled()

  server.use(http.get(window.location.origin, () => HttpResponse.html('<!doctype html><title>Alongside</title>')))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(reload).toHaveBeenCalledOnce())
}

describe('a part of the board whose script does not load', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-24T10:05:00Z'), toFake: ['Date'] })
    server.use(http.get(window.location.origin, () => HttpResponse.error()))
    answers('get', `/api${BOARD}`, aMorning())
    answers('get', `/api/hubs/${LIBRARY}/free-slots`, { items: freeSlots() })
    answers('post', '/api/slots/:slotId/holds', { id: anId(71) }, { status: 201 })
    answers('delete', '/api/holds/:id', null)
    answers('post', '/api/people/search', { items: [found()] })
    answers('get', '/api/hubs', { items: [aHub()], total: 1 } as never)
  })

  it('says so, and reloads the page when asked to: the boxes of a new person', async () => {
    missing('../person/person-fields')
    const user = open(`${BOARD}/book`)
    await user.type(await screen.findByRole('combobox', { name: 'Who is it for?' }), 'Zoe Vance')
    await user.click(await screen.findByRole('option', { name: /Add ‘Zoe Vance’ as a new person/ }))

    expect(await screen.findByText(NOT_LOADED)).toBeVisible()
    expect(screen.queryByLabelText('First name')).toBeNull()
    await expectAccessible()
    await tryAgain(user)
  })

  it('says so, and reloads the page when asked to: the choice of a hub', async () => {
    missing('./hub-combobox')
    const user = open(`${BOARD}/book`)
    await user.click(await screen.findByRole('button', { name: 'Book somewhere else' }))

    expect(await screen.findByText(NOT_LOADED)).toBeVisible()
    await tryAgain(user)
  })

  it('says so, and reloads the page when asked to: the list to finish, beside the rest of the board', async () => {
    missing('../to-finish/to-finish')
    const user = open(BOARD)

    expect(await screen.findByText(NOT_LOADED)).toBeVisible()
    expect(screen.getByRole('row', { name: /Farah Siddiqui/ })).toBeVisible()
    await tryAgain(user)
  })
})
