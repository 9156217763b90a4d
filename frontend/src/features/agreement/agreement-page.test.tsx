import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Council } from '../../api/types'
import { aLead, AGREEMENT } from '../../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const BEFORE_LIVE = { ...aLead(), status: 'setting-up' } as Council
const open = (path: string, council = BEFORE_LIVE) => openPage(path, { council })
const ACCEPTED = {
  version: '0.1',
  hash: 'a'.repeat(64),
  name: 'Priya Shah',
  email: 'priya@larkshire.example',
  role: 'Director',
  member: '00000000-0000-4000-8000-000000000008',
  at: '2026-11-24T09:12:00Z',
}
const SET_UP = { status: 'setting-up', tasks: [], leads: 1, steps: [], version: 3 }

describe('the data sharing agreement', () => {
  it('is read before it is accepted, and says that it is a draft', async () => {
    answers('get', '/api/agreement', AGREEMENT as never)
    const user = open('/agreement')

    await pageWith('Data sharing agreement')
    expect(screen.getByText('Version 0.1, 22 November 2026')).toBeVisible()
    expect(screen.getByText(/a draft that no lawyer has approved/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Who this is between' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Download this version as text' })).toHaveAttribute(
      'href',
      '/api/agreement/0.1',
    )
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith('Accept the data sharing agreement')
  })

  it('asks for whom it is accepted, and for their authority', async () => {
    answers('get', '/api/agreement', AGREEMENT as never)
    const user = open('/agreement/accept')
    await pageWith('Accept the data sharing agreement')

    await user.click(screen.getByRole('button', { name: 'Accept' }))

    expect(await screen.findByRole('link', { name: 'Select who you are accepting for' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Confirm the authority to accept the agreement' })).toBeVisible()
    await user.click(screen.getByLabelText('Someone else'))
    await user.click(screen.getByRole('button', { name: 'Accept' }))
    expect(
      await screen.findByRole('link', { name: 'Enter the name of the person you are accepting for' }),
    ).toBeVisible()
    await expectAccessible()
  })

  it('is accepted once for another person', async () => {
    answers('get', '/api/agreement', AGREEMENT as never)
    answers('get', '/api/set-up', SET_UP as never, { headers: { ETag: '"3"' } })
    answers('get', '/api/hubs', { items: [], total: 0 })
    answers('get', '/api/readiness', { hubs: 0, sessions: false })
    const sent = answers('post', '/api/agreement/acceptances', {
      ...AGREEMENT,
      accepted: true,
      acceptances: [ACCEPTED],
    } as never)
    const user = open('/agreement/accept')
    await pageWith('Accept the data sharing agreement')
    await user.click(screen.getByLabelText('Someone else'))
    await user.type(screen.getByLabelText('Name'), 'Priya Shah')
    await user.type(screen.getByLabelText('Work email address'), 'priya@larkshire.example')
    await user.type(screen.getByLabelText('Role in the council'), 'Director')
    await user.click(screen.getByLabelText(/^This person has the authority .* Larkshire Council/))

    await user.dblClick(screen.getByRole('button', { name: 'Accept' }))

    await pageWith('Set up Larkshire Council')
    expect(screen.getByText('Your council has accepted the data sharing agreement')).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({
      version: '0.1',
      forAnotherPerson: true,
      name: 'Priya Shah',
      email: 'priya@larkshire.example',
      role: 'Director',
      authority: true,
    })
  })

  it.each([
    ['already-accepted', /has accepted this version/],
    ['agreement-changed', /a newer version of the agreement/],
  ])('keeps what was typed when it is refused as %s', async (type, words) => {
    answers('get', '/api/agreement', AGREEMENT as never)
    refuses('post', '/api/agreement/acceptances', 409, type)
    const user = open('/agreement/accept')
    await pageWith('Accept the data sharing agreement')
    await user.click(screen.getByLabelText('Me'))
    await user.type(screen.getByLabelText('Role in the council'), 'Director')
    await user.click(screen.getByLabelText(/^I have the authority/))

    await user.click(screen.getByRole('button', { name: 'Accept' }))

    expect((await screen.findAllByText(words))[0]).toBeVisible()
    expect(screen.getByLabelText('Role in the council')).toHaveValue('Director')
  })

  it('shows who accepted it, and asks again for a newer version', async () => {
    const agreement = { ...AGREEMENT.agreement, version: '0.2', published: '2027-01-04' }
    answers('get', '/api/agreement', {
      ...AGREEMENT,
      agreement,
      acceptAgainBy: '2027-02-03',
      acceptances: [ACCEPTED],
    } as never)
    open('/agreement', aLead())

    await pageWith('Data sharing agreement')
    expect(screen.getByText(/Accept it by 3 February 2027/)).toBeVisible()
    expect(screen.getByText('Priya Shah, priya@larkshire.example')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Download version 0.1 as it was accepted' })).toHaveAttribute(
      'href',
      '/api/agreement/0.1',
    )
    expect(screen.getByRole('button', { name: 'Continue' })).toBeVisible()
    await expectAccessible()
  })

  it('says so when it cannot be shown', async () => {
    refuses('get', '/api/agreement', 503, 'unavailable')
    open('/agreement')

    await pageWith('Sorry, the service is unavailable')
  })
})
