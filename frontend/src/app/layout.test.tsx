import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { browser } from '../api/browser'
import { aCouncil, aHub, aLead, anOperator, aSession, aWeek, LIBRARY } from '../test/builders'
import { expectAccessible, open, pageWith } from '../test/open'
import { answers, refuses, server } from '../test/server'

const NO_HUBS = { items: [], total: 0 }

describe('the pages', () => {
  it('show only what the caller may use', async () => {
    answers('get', '/api/weeks/:date', aWeek())
    open('/', { council: aLead() })

    await pageWith('This week')

    const menu = screen.getByRole('navigation', { name: 'Menu' })
    const [week, ...others] = within(menu).getAllByRole('link')
    expect(week).toHaveTextContent('This week')
    expect(week).toHaveAttribute('aria-current', 'true')
    for (const name of ['Today', 'People', 'Councils']) {
      expect(others.map((link) => link.textContent)).not.toContain(name)
    }
  })

  it('lead hub staff to today, and show all their parts', async () => {
    answers('get', '/api/hubs', NO_HUBS)
    open('/')

    await pageWith('Choose one to see its day')

    const menu = screen.getByRole('navigation', { name: 'Menu' })
    expect(
      within(menu)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([
      'Today',
      'This week',
      'Hubs and sessions',
      'People',
      'Community assets',
      'Something is worrying me (opens in a new tab)',
    ])
  })

  it('say to a viewer that there is nothing yet', async () => {
    const council = aCouncil()
    open('/', { council: { ...council, me: { ...council.me, roles: ['viewer'], authorities: ['council:read'] } } })

    expect(await pageWith('Welcome, Priya Nair')).toBeVisible()
    await expectAccessible()
  })

  it('lead an operator to the councils', async () => {
    answers('get', '/api/councils', { items: [] })
    open('/', { session: anOperator() })

    expect(await pageWith('Councils')).toBeVisible()
    expect(document.title).toBe('Councils – Alongside')
  })

  it('say that people are made up where the council is a demonstration, and only there', async () => {
    answers('get', '/api/hubs', NO_HUBS)
    open('/hubs')
    await pageWith('Hubs')
    expect(screen.getByText('Made-up people. This is a demonstration.')).toBeVisible()
  })

  it('do not say so where it is not', async () => {
    answers('get', '/api/hubs', NO_HUBS)
    open('/hubs', { council: aCouncil({ demonstration: false }) })
    await pageWith('Hubs')
    expect(screen.queryByText(/Made-up people/)).toBeNull()
  })

  it('sign out by a form that the gateway takes', async () => {
    answers('get', '/api/hubs', NO_HUBS)
    open('/hubs')
    await pageWith('Hubs')

    const form = screen.getByRole('button', { name: 'Sign out' }).closest('form')

    expect(form).toHaveAttribute('action', '/sign-out')
    expect(form).toHaveAttribute('method', 'post')
    expect(new FormData(form ?? undefined).get('_csrf')).toBe('first-token')
  })

  it('send those who are not signed in to sign in, and back', async () => {
    vi.spyOn(browser, 'go').mockReturnValue(undefined)
    open('/people')
    refuses('get', '/session', 401, 'signed-out')

    await waitFor(() => expect(browser.go).toHaveBeenCalledWith('/oauth2/authorization/sign-in?return=%2Fpeople'))
  })

  it('bring those whose session ended to the page they were going to', async () => {
    vi.spyOn(browser, 'go').mockReturnValue(undefined)
    refuses('get', '/api/hubs', 401, 'signed-out')
    const user = open('/people')
    await pageWith('People')

    await user.click(screen.getByRole('link', { name: 'Hubs and sessions' }))

    await waitFor(() => expect(browser.go).toHaveBeenCalledWith('/oauth2/authorization/sign-in?return=%2Fhubs'))
  })

  it('tell those whose session ended on a page of which a part could not be read', async () => {
    vi.spyOn(browser, 'go').mockReturnValue(undefined)
    refuses('get', '/api/hubs/:hubId/sessions', 401, 'signed-out')
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
    open(`/hubs/${LIBRARY}`)

    expect(await screen.findByRole('link', { name: 'Sign in again in a new tab' })).toBeVisible()
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('say why the page before was left', async () => {
    sessionStorage.setItem('alongside.council-changed', 'Meadowshire Council')
    answers('get', '/api/hubs', NO_HUBS)
    open('/hubs')
    await pageWith('Hubs')

    const banner = screen.getByRole('region', { name: 'Important' })

    expect(banner).toHaveTextContent('You are now working in Larkshire Council')
    expect(banner).toHaveTextContent('The page you had open was for Meadowshire Council')
  })

  it('have a link past the navigation that works without changing the address', async () => {
    answers('get', '/api/hubs', NO_HUBS)
    const user = open('/hubs')
    await pageWith('Hubs')

    await user.click(screen.getByRole('link', { name: 'Skip to main content' }))

    expect(screen.getByRole('main')).toHaveFocus()
    expect(window.location.hash).toBe('')
  })

  it('say that they are loading only if it takes long', async () => {
    const { promise: asked, resolve: answer } = Promise.withResolvers<undefined>()
    server.use(
      http.get('/api/hubs', async () => {
        await asked
        return HttpResponse.json(NO_HUBS)
      }),
    )
    const user = open('/people')
    await pageWith('People')

    await user.click(screen.getByRole('link', { name: 'Hubs and sessions' }))

    expect(screen.queryByText('Loading')).toBeNull()
    expect(await screen.findByText('Loading')).toBeVisible()
    answer(undefined)
    await pageWith('Hubs')
    await waitFor(() => expect(screen.queryByText('Loading')).toBeNull())
  })

  it('say in words who may not see them', async () => {
    refuses('get', '/api/councils', 403, 'forbidden')
    open('/councils')

    expect(await pageWith('You cannot see this page')).toBeVisible()
    await expectAccessible()
  })

  it('say to those who are no member that they cannot work here', async () => {
    open('/people')
    refuses('get', '/api/council', 403, 'not-a-member')

    expect(await pageWith('You cannot work in this council')).toBeVisible()
  })

  it('say that the council is suspended, with whom to ask, and that nothing is lost', async () => {
    open('/people')
    refuses('get', '/api/council', 403, 'council-suspended')

    expect(await pageWith('Your council’s service is suspended')).toBeVisible()
    expect(
      screen.getByText(/Nothing was deleted. What you typed and have not saved stays on this device/),
    ).toBeVisible()
    expect(screen.getByText(/Ask a lead of your council/)).toBeVisible()
    await expectAccessible()
  })

  it('offer a change of council to those who have several', async () => {
    const choices = [
      { alias: 'larkshire', name: 'Larkshire Council' },
      { alias: 'meadowshire', name: 'Meadowshire Council' },
    ]
    open('/people', { session: aSession({ choices }) })
    await pageWith('People')

    expect(screen.getByRole('link', { name: 'Change council' })).toHaveAttribute('href', '/choose-council')
  })

  it('ask for a council first', async () => {
    const choices = [
      { alias: 'larkshire', name: 'Larkshire Council' },
      { alias: 'meadowshire', name: 'Meadowshire Council' },
    ]
    open('/people', { session: aSession({ acting: null, choices, operator: true }) })

    await pageWith('Choose a council')
    expect(screen.getByRole('link', { name: 'Meadowshire Council' })).toHaveAttribute(
      'href',
      '/oauth2/authorization/council?council=meadowshire',
    )
    expect(screen.getByRole('link', { name: /Work as operator/ })).toHaveAttribute(
      'href',
      '/oauth2/authorization/operator',
    )
    expect(screen.queryByRole('navigation', { name: 'Menu' })).toBeNull()
    await expectAccessible()
  })

  it('say to those without any council whom to ask', async () => {
    open('/choose-council', { session: aSession({ acting: null, choices: [] }) })

    expect(await pageWith('You are not a member of a council yet')).toBeVisible()
  })
})
