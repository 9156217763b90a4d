import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const OPEN = { email: 'amir@larkshire.example', expiresAt: '2026-12-01T10:27:00Z' }

/** There is no session. */
function follow(link: string) {
  const user = open(link)
  refuses('get', '/session', 401, 'signed-out')
  return user
}

async function choose(user: ReturnType<typeof open>, password: string) {
  await pageWith('Choose a new password')
  if (password) await user.type(screen.getByLabelText('New password'), password)
  await user.dblClick(screen.getByRole('button', { name: 'Save the password' }))
}

describe('following the link to a new password', () => {
  beforeEach(() => {
    answers('post', '/open/password-resets/preview', OPEN as never)
  })

  it('changes the password once, and takes the token out of the address', async () => {
    const looked = answers('post', '/open/password-resets/preview', OPEN as never)
    const sent = answers('post', '/open/password-resets/choose', undefined, { status: 204 })
    const user = follow('/new-password#the-token')

    await pageWith('Choose a new password')
    expect(window.location.hash).toBe('')
    expect(looked[0]?.body).toEqual({ token: 'the-token' })
    expect(screen.getByText('For amir@larkshire.example')).toBeVisible()
    await expectAccessible()
    await choose(user, ' three blue kettles')

    expect(await pageWith('Your password is changed')).toHaveFocus()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ token: 'the-token', password: ' three blue kettles' })
    expect(screen.getByRole('button', { name: 'Sign in' })).toHaveAttribute('href', expect.stringContaining('sign-in'))
    await expectAccessible()
  })

  it('shows the password on request, and hides it when it is sent', async () => {
    refuses('post', '/open/password-resets/choose', 503, 'identity-unavailable')
    const user = follow('/new-password#the-token')
    const field = await screen.findByLabelText('New password')
    expect(field).toHaveAttribute('type', 'password')

    await user.click(screen.getByLabelText('Show the password'))
    expect(field).toHaveAttribute('type', 'text')
    await choose(user, 'three blue kettles')

    expect(field).toHaveAttribute('type', 'password')
    expect(await screen.findByText(/The sign-in service is not available/)).toBeVisible()
    expect(field).toHaveValue('three blue kettles')
  })

  it('needs a password', async () => {
    const user = follow('/new-password#the-token')
    await choose(user, '')

    expect(await screen.findByRole('link', { name: 'Enter a new password' })).toBeVisible()
    await expectAccessible()
  })

  it.each([
    ['TooShort', 'Use 12 characters or more'],
    ['TooLong', 'Use 128 characters or fewer'],
    ['IsTheAddress', 'Use a password that is not your email address'],
    ['EasyToGuess', 'Choose a password that is harder to guess'],
  ])('says what is wrong with a password: %s', async (code, words) => {
    refuses('post', '/open/password-resets/choose', 400, 'invalid', { errors: [{ pointer: '#/password', code }] })
    const user = follow('/new-password#the-token')
    await choose(user, 'password')

    expect(await screen.findByRole('link', { name: words })).toBeVisible()
  })

  it.each([
    ['password-link-unknown', 404, 'This link does not work'],
    ['password-link-used', 409, 'This link was used already'],
    ['password-link-expired', 410, 'This link is too old'],
  ])('says in words that it is %s', async (type, status, heading) => {
    refuses('post', '/open/password-resets/preview', status, type)
    follow('/new-password#the-token')

    await pageWith(heading)
    expect(screen.getByRole('button', { name: 'Ask for another link' })).toHaveAttribute('href', '/forgotten-password')
    await expectAccessible()
  })

  it('says so when it stopped working while the page was open', async () => {
    refuses('post', '/open/password-resets/choose', 410, 'password-link-expired')
    await choose(follow('/new-password#the-token'), 'three blue kettles')

    await pageWith('This link is too old')
  })

  it('asks nothing without a token', async () => {
    const looked = answers('post', '/open/password-resets/preview', OPEN as never)
    follow('/new-password')

    await pageWith('This link does not work')
    expect(looked).toHaveLength(0)
  })
})
