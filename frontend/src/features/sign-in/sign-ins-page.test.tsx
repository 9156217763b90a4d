import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { browser } from '../../api/browser'
import { aSession } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses, server } from '../../test/server'

const HERE = {
  id: 'here',
  browser: 'edge',
  system: 'windows',
  signedInAt: '2026-11-24T08:02:00Z',
  lastUsedAt: '2026-11-24T09:12:00Z',
  current: true,
}
const PHONE = { ...HERE, id: 'phone', browser: 'safari', system: 'iphone', current: false }
const UNKNOWN = { ...HERE, id: 'unknown', browser: 'other', system: 'other', current: false }

function signIns(...items: object[]) {
  return answers('get', '/session/sign-ins', { items } as never)
}

describe('your sign-ins', () => {
  it('are reached from the name in the masthead', async () => {
    signIns(HERE)
    const user = open('/people')
    await pageWith('People')

    await user.click(screen.getByRole('link', { name: /\(your sign-ins\)/ }))

    expect(await pageWith('Your sign-ins')).toHaveFocus()
  })

  it('say where and when, and which one is this', async () => {
    signIns(HERE, PHONE, UNKNOWN)
    open('/sign-ins')

    await pageWith('Your sign-ins')
    const [here, phone, unknown] = (await screen.findAllByRole('article')) as [HTMLElement, HTMLElement, HTMLElement]
    expect(here).toHaveTextContent('Edge on Windows This browser')
    expect(here).toHaveTextContent('Signed inTuesday 24 November 2026 at 8:02am')
    expect(within(here).queryByRole('button')).toBeNull()
    expect(phone).toHaveTextContent('Safari on an iPhone')
    expect(phone).toHaveTextContent('Last usedTuesday 24 November 2026 at 9:12am')
    expect(unknown).toHaveTextContent('A browser on a device that we do not know')
    await expectAccessible()
  })

  it('say that there is only this one', async () => {
    signIns(HERE)
    open('/sign-ins')

    expect(await screen.findByText('You are signed in only in this browser.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sign out everywhere else' })).toBeNull()
    await expectAccessible()
  })

  it('are for everyone who is signed in, also before a council is chosen', async () => {
    signIns(HERE, PHONE)
    open('/sign-ins', { session: aSession({ acting: null, choices: [] }) })

    await pageWith('Your sign-ins')
    expect(await screen.findByText('Safari on an iPhone')).toBeVisible()
  })

  it('end one by one, by keyboard, with the token of the page', async () => {
    signIns(HERE, PHONE)
    const sent = answers('delete', '/session/sign-ins/phone', { ended: 1, unfinished: false })
    const user = open('/sign-ins')
    const button = await screen.findByRole('button', { name: /^Sign out ?Safari on an iPhone, signed in Tuesday/ })

    signIns(HERE)
    button.focus()
    await user.keyboard('{Enter}')

    expect(await screen.findByRole('alert')).toHaveTextContent('Safari on an iPhone is signed out.')
    expect(sent[0]?.headers.get('X-CSRF-Token')).toBe(aSession().csrf.token)
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1))
  })

  it('end everywhere else at once', async () => {
    signIns(HERE, PHONE, UNKNOWN)
    answers('post', '/session/sign-ins/end-others', { ended: 2, unfinished: false })
    const user = open('/sign-ins')
    const button = await screen.findByRole('button', { name: 'Sign out everywhere else' })

    signIns(HERE)
    await user.click(button)

    expect(await screen.findByRole('alert')).toHaveTextContent('2 other browsers are signed out.')
    expect(await screen.findByText('You are signed in only in this browser.')).toBeVisible()
    await expectAccessible()
  })

  it('say that the sign-in service did not answer', async () => {
    signIns(HERE, PHONE)
    answers('delete', '/session/sign-ins/phone', { ended: 1, unfinished: true })
    const user = open('/sign-ins')

    await user.click(await screen.findByRole('button', { name: /^Sign out ?Safari/ }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Our sign-in service did not answer.')
  })

  it('say that one was over already', async () => {
    signIns(HERE, PHONE)
    refuses('delete', '/session/sign-ins/phone', 404, 'not-found')
    const user = open('/sign-ins')

    await user.click(await screen.findByRole('button', { name: /^Sign out ?Safari/ }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Safari on an iPhone was signed out already.')
  })

  it('say that ending them did not work', async () => {
    signIns(HERE, PHONE)
    refuses('post', '/session/sign-ins/end-others', 503, 'unavailable')
    const user = open('/sign-ins')

    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere else' }))

    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement()
    expect(screen.getByText('Safari on an iPhone')).toBeVisible()
    await expectAccessible()
  })

  it('say that they cannot be shown, and are asked for again', async () => {
    refuses('get', '/session/sign-ins', 503, 'unavailable')
    const user = open('/sign-ins')

    expect(await screen.findByText(/We cannot show your sign-ins right now/, {}, { timeout: 5000 })).toBeVisible()
    await expectAccessible()
    signIns(HERE)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Edge on Windows')).toBeVisible()
  })

  it('say that they are on their way', async () => {
    const { promise: asked, resolve: answer } = Promise.withResolvers<undefined>()
    server.use(
      http.get('/session/sign-ins', async () => {
        await asked
        return HttpResponse.json({ items: [HERE] })
      }),
    )
    open('/sign-ins')

    await pageWith('Your sign-ins')
    expect(await screen.findByText('Loading')).toBeVisible()
    answer(undefined)
    expect(await screen.findByText('Edge on Windows')).toBeVisible()
  })

  it('lead to the pages on which people change how they sign in, and back', async () => {
    signIns(HERE)
    open('/sign-ins')

    expect(await screen.findByRole('link', { name: 'Set up an authenticator app' })).toHaveAttribute(
      'href',
      '/oauth2/authorization/sign-in?return=%2Fsign-ins&change=app',
    )
    expect(screen.getByRole('link', { name: 'Change your password' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Make new recovery codes' })).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('lead a person who came through their council to the council for the password', async () => {
    signIns(HERE)
    open('/sign-ins', { session: aSession({ throughCouncil: true }) })

    expect(await screen.findByText(/You sign in with your council’s account/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Change your password' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Set up an authenticator app' })).toBeVisible()
    expect(screen.getByText(/Then change your password at your council/)).toBeVisible()
    await expectAccessible()
  })

  it('show the passkeys of the person, each with a way to remove it', async () => {
    signIns(HERE)
    answers('get', '/api/passkeys', {
      items: [{ id: 'a-passkey', name: 'Work laptop', addedAt: '2026-11-24T08:02:00Z' }],
    })
    open('/sign-ins')

    expect(await screen.findByText('Added Tuesday 24 November 2026 at 8:02am')).toBeVisible()
    expect(screen.getByRole('link', { name: /^Remove ?Work laptop$/ })).toHaveAttribute(
      'href',
      '/oauth2/authorization/sign-in?return=%2Fsign-ins&change=remove-passkey&passkey=a-passkey',
    )
    expect(screen.getByRole('link', { name: 'Add a passkey' })).toHaveAttribute(
      'href',
      '/oauth2/authorization/sign-in?return=%2Fsign-ins&change=passkey',
    )
    await expectAccessible()
  })

  it('say that there is no passkey', async () => {
    signIns(HERE)
    open('/sign-ins')

    expect(await screen.findByText('You have no passkeys.')).toBeVisible()
  })

  it('say that the passkeys cannot be shown, and ask again', async () => {
    signIns(HERE)
    refuses('get', '/api/passkeys', 503, 'identity-unavailable')
    const user = open('/sign-ins')

    expect(await screen.findByText(/We cannot show your passkeys right now/, {}, { timeout: 5000 })).toBeVisible()
    answers('get', '/api/passkeys', { items: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('You have no passkeys.')).toBeVisible()
  })

  it('say that a passkey was removed', async () => {
    signIns(HERE)
    open('/sign-ins?changed=remove-passkey')

    expect(await screen.findByRole('alert')).toHaveTextContent('You removed the passkey.')
  })

  it('say that the person changed how they sign in', async () => {
    signIns(HERE)
    open('/sign-ins?changed=app')

    expect(await screen.findByRole('alert')).toHaveTextContent('You set up an authenticator app.')
    await expectAccessible()
  })

  it('say nothing about a change that is not known', async () => {
    signIns(HERE)
    open('/sign-ins?changed=everything')

    expect(await screen.findByText('You are signed in only in this browser.')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('lead to sign-in when the session has ended', async () => {
    vi.spyOn(browser, 'go').mockReturnValue(undefined)
    refuses('get', '/session/sign-ins', 401, 'signed-out')
    open('/sign-ins')

    expect(await screen.findByRole('link', { name: 'Sign in again in a new tab' })).toBeVisible()
  })
})
