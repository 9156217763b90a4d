import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

/** There is no session. */
function forgotten() {
  const user = open('/forgotten-password')
  refuses('get', '/session', 401, 'signed-out')
  return user
}

describe('a forgotten password', () => {
  it('brings a link by email, and the page says the same for every address', async () => {
    const sent = answers('post', '/open/password-resets', undefined, { status: 204 })
    const user = forgotten()

    await pageWith('Forgot your password')
    await expectAccessible()
    await user.type(screen.getByLabelText('Your work email address'), ' amir@larkshire.example ')
    await user.dblClick(screen.getByRole('button', { name: 'Send me a link' }))

    expect(await pageWith('Check your email')).toHaveFocus()
    expect(screen.getByText(/If amir@larkshire.example belongs to a member of staff/)).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ email: 'amir@larkshire.example' })
    await expectAccessible()
  })

  it('can be asked about another address', async () => {
    answers('post', '/open/password-resets', undefined, { status: 204 })
    const user = forgotten()
    await user.type(await screen.findByLabelText('Your work email address'), 'amir@larkshire.example')
    await user.keyboard('{Enter}')

    await user.click(await screen.findByRole('button', { name: 'Use another email address' }))

    expect(await screen.findByLabelText('Your work email address')).toHaveValue('amir@larkshire.example')
  })

  it('needs an address', async () => {
    const sent = answers('post', '/open/password-resets', undefined, { status: 204 })
    const user = forgotten()

    await user.click(await screen.findByRole('button', { name: 'Send me a link' }))

    expect(await screen.findByRole('link', { name: 'Enter your work email address' })).toBeVisible()
    expect(sent).toHaveLength(0)
    await expectAccessible()
  })

  it('says that it could not be asked for now', async () => {
    refuses('post', '/open/password-resets', 503, 'identity-unavailable')
    const user = forgotten()
    await user.type(await screen.findByLabelText('Your work email address'), 'amir@larkshire.example')
    await user.keyboard('{Enter}')

    expect(await screen.findByText(/The sign-in service is not available/)).toBeVisible()
  })
})
