import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const INVITATION = {
  council: 'Larkshire Council',
  roles: ['hub-staff'],
  expiresAt: '2026-12-01T10:27:00Z',
}

/** There is no session. */
function follow(link: string) {
  const user = open(link)
  refuses('get', '/session', 401, 'signed-out')
  return user
}

async function accept(user: ReturnType<typeof open>) {
  await pageWith('Join Larkshire Council')
  await user.type(screen.getByLabelText('Your work email address'), 'amir@larkshire.example')
  await user.type(screen.getByLabelText('Your full name'), 'Amir Patel')
  await user.dblClick(screen.getByRole('button', { name: 'Accept the invitation' }))
}

describe('following the link of an invitation', () => {
  beforeEach(() => {
    answers('post', '/open/invitations/preview', INVITATION as never)
  })

  it('makes a new person a member, whose one-time password goes by email', async () => {
    const looked = answers('post', '/open/invitations/preview', INVITATION as never)
    const sent = answers('post', '/open/invitations/accept', {
      council: 'Larkshire Council',
      oneTimePasswordMailed: true,
    })
    const user = follow('/join#the-token')

    await pageWith('Join Larkshire Council')
    expect(window.location.hash).toBe('')
    expect(looked[0]?.body).toEqual({ token: 'the-token' })
    expect(screen.getByText('Tuesday 1 December 2026 at 10:27am')).toBeVisible()
    await expectAccessible()
    await accept(user)

    await pageWith('You have joined Larkshire Council')
    expect(screen.getByText(/went to amir@larkshire.example/)).toBeVisible()
    expect(screen.getByText(/ask a lead in your council to send it again/)).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ token: 'the-token', email: 'amir@larkshire.example', name: 'Amir Patel' })
    await expectAccessible()
  })

  it('asks a person who has a password to sign in', async () => {
    answers('post', '/open/invitations/accept', { council: 'Larkshire Council', oneTimePasswordMailed: false })
    await accept(follow('/join#the-token'))

    await pageWith('You have joined Larkshire Council')
    expect(screen.getByText(/You already have an account/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Sign in' })).toHaveAttribute('href', expect.stringContaining('sign-in'))
  })

  it('refuses another address and keeps what was typed', async () => {
    refuses('post', '/open/invitations/accept', 409, 'invitation-for-another')
    await accept(follow('/join#the-token'))

    expect(await screen.findByRole('link', { name: /is for another email address/ })).toBeVisible()
    expect(screen.getByLabelText('Your full name')).toHaveValue('Amir Patel')
  })

  it.each([
    ['invitation-unknown', 404, 'This link does not work'],
    ['invitation-used', 409, 'This invitation was used already'],
    ['invitation-expired', 410, 'This invitation is too old'],
    ['invitation-revoked', 410, 'This invitation was taken back'],
    ['invitation-locked', 410, 'This invitation is closed'],
  ])('says in words that it is %s', async (type, status, heading) => {
    refuses('post', '/open/invitations/preview', status, type)
    follow('/join#the-token')

    await pageWith(heading)
    await expectAccessible()
  })

  it('says so when it was used while the form was open', async () => {
    refuses('post', '/open/invitations/accept', 409, 'invitation-used')
    await accept(follow('/join#the-token'))

    await pageWith('This invitation was used already')
  })

  it('says so when the council is suspended', async () => {
    refuses('post', '/open/invitations/accept', 409, 'invitation-of-suspended-council')
    await accept(follow('/join#the-token'))

    await pageWith('The council’s service is suspended')
    expect(screen.getByText(/Ask the person who invited you/)).toBeVisible()
  })

  it('asks nothing without a token', async () => {
    const looked = answers('post', '/open/invitations/preview', INVITATION as never)
    follow('/join')

    await pageWith('This link does not work')
    expect(looked).toHaveLength(0)
  })

  it('asks a person who has signed in to sign out first', async () => {
    const looked = answers('post', '/open/invitations/preview', INVITATION as never)
    open('/join#the-token')

    await pageWith('You are signed in as Priya Nair')
    expect(looked).toHaveLength(0)
    expect(screen.getAllByRole('button', { name: 'Sign out' }).at(-1)).toBeVisible()
    await expectAccessible()
  })
})
