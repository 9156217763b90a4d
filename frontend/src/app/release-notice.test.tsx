import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from '../api/browser'
import { hubRoutes } from '../features/hub/routes'
import { aCouncil, aHub, aLead } from '../test/builders'
import { expectAccessible, open, pageWith } from '../test/open'
import { answers, server } from '../test/server'

const meta = document.createElement('meta')
meta.name = 'alongside-release'

beforeEach(() => {
  meta.content = 'old'
  document.head.append(meta)
})
afterEach(() => meta.remove())

function serverNowServes(release: string) {
  server.use(
    http.get(window.location.origin, () =>
      HttpResponse.html(`<!doctype html><meta name="alongside-release" content="${release}"><title>Alongside</title>`),
    ),
  )
}

function theNextPageIsMissing() {
  const route = hubRoutes.find(({ path }) => path === '/hubs/:hubId')
  if (!route) throw new Error('There is no page of a hub')
  vi.spyOn(route, 'page').mockRejectedValue(new TypeError('Failed to fetch dynamically imported module'))
}

async function openHubs() {
  answers('get', '/api/hubs', { items: [aHub()], total: 1, page: 0, size: 25 } as never)
  const user = open('/hubs', { council: aLead() })
  await pageWith('Hubs')
  await user.type(screen.getByRole('searchbox'), 'Hal')
  return user
}

describe('a page of an older release', () => {
  it('says so when a newer release answers, keeps what is typed, and reloads when asked to', async () => {
    const reload = vi.spyOn(browser, 'reload').mockImplementation(() => undefined)
    answers('get', '/api/hubs', { items: [aHub()], total: 1, page: 0, size: 25 } as never, {
      headers: { 'Alongside-Release': 'new' },
    })
    const user = open('/hubs', { council: aLead() })

    expect(await screen.findByRole('alert')).toHaveTextContent('Alongside has been updated since you opened this page.')
    await user.type(screen.getByRole('searchbox'), 'Hal')
    expect(screen.getByRole('searchbox')).toHaveValue('Hal')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Reload this page' }))
    expect(reload).toHaveBeenCalledOnce()
  })

  it('does not say so while the release is the same', async () => {
    answers('get', '/api/hubs', { items: [aHub()], total: 1, page: 0, size: 25 } as never, {
      headers: { 'Alongside-Release': 'old' },
    })
    open('/hubs', { council: aLead() })

    await pageWith('Hubs')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('stays, with what is typed, when the script of the next page is gone', async () => {
    theNextPageIsMissing()
    serverNowServes('new')
    const user = await openHubs()

    await user.click(screen.getByRole('link', { name: aHub().name }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Reload this page')
    expect(screen.getByRole('searchbox')).toHaveValue('Hal')
    await waitFor(() => expect(window.location.pathname).toBe('/hubs'))
  })

  it('stays, and says that nothing answers, when the network is gone', async () => {
    theNextPageIsMissing()
    server.use(http.get(window.location.origin, () => HttpResponse.error()))
    const user = await openHubs()

    await user.click(screen.getByRole('link', { name: aHub().name }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Part of Alongside did not load')
    expect(screen.getByRole('searchbox')).toHaveValue('Hal')
  })

  it('offers to reload in place of a page that the newer API no longer answers', async () => {
    open('/hubs', { council: aCouncil() })
    server.use(
      http.get('/api/hubs', () =>
        HttpResponse.json({ status: 404 }, { status: 404, headers: { 'Alongside-Release': 'new' } }),
      ),
    )

    await pageWith('Reload this page')
    expect(screen.getAllByRole('button', { name: 'Reload this page' }).length).toBeGreaterThan(0)
  })
})
