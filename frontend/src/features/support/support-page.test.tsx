import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aLead, aSession, anId } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const GRANT = anId(90)

function aGrant(over: object = {}) {
  return {
    id: GRANT,
    askedByName: 'Ash Fielding',
    askedAt: '2026-11-23T09:12:00Z',
    reason: 'The import of hubs fails',
    hours: 4,
    status: 'asked',
    residents: false,
    version: 1,
    ...over,
  }
}

const ACTIVE = {
  status: 'approved',
  decidedByName: 'Lena Marsh',
  startsAt: '2026-11-23T10:00:00Z',
  endsAt: '2026-11-23T14:00:00Z',
}

function grants(...items: object[]) {
  answers('get', '/api/support-grants', { items } as never)
}

describe('support access', () => {
  it('is shown to every member, who cannot decide on it', async () => {
    grants(aGrant(ACTIVE))
    open('/support-access')

    await pageWith('Support access to your council')
    expect(await screen.findByText(/Ash Fielding of Alongside can see your sessions until/)).toBeVisible()
    expect(screen.getByText('The import of hubs fails')).toBeVisible()
    expect(screen.getByText('Hubs and sessions, but no people or bookings')).toBeVisible()
    expect(screen.queryByRole('button', { name: /End the access/ })).not.toBeInTheDocument()
    await expectAccessible()
  })

  it('says that there was none', async () => {
    grants()
    open('/support-access')

    await pageWith('Support access to your council')
    expect(await screen.findByText('There have been no requests.')).toBeVisible()
    await expectAccessible()
  })

  it('says that it cannot be shown', async () => {
    refuses('get', '/api/support-grants', 503, 'unavailable')
    open('/support-access')

    expect(await screen.findByText(/We cannot show support access right now/)).toBeVisible()
  })

  it('is approved by a lead, who can allow residents’ details', async () => {
    grants(aGrant())
    const approved = answers('post', `/api/support-grants/${GRANT}/approve`, aGrant(ACTIVE) as never)
    const user = open('/support-access', { council: aLead() })

    await pageWith('Support access to your council')
    await user.click(await screen.findByRole('checkbox', { name: 'Let them see people and bookings too' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: /Approve/ }))

    await expect.poll(() => approved[0]?.body).toEqual({ residents: true })
  })

  it('is approved without residents’ details unless a lead ticks it', async () => {
    grants(aGrant())
    const approved = answers('post', `/api/support-grants/${GRANT}/approve`, aGrant(ACTIVE) as never)
    const user = open('/support-access', { council: aLead() })

    await user.click(await screen.findByRole('button', { name: /Approve/ }))

    await expect.poll(() => approved[0]?.body).toEqual({ residents: false })
  })

  it('shows that another lead has decided', async () => {
    grants(aGrant())
    refuses('post', `/api/support-grants/${GRANT}/decline`, 409, 'support-decided')
    const user = open('/support-access', { council: aLead() })

    await user.click(await screen.findByRole('button', { name: /Decline/ }))

    expect(await screen.findByText(/Another lead has decided already/)).toBeVisible()
  })

  it('is ended by a lead', async () => {
    grants(aGrant(ACTIVE))
    const ended = answers('post', `/api/support-grants/${GRANT}/end`, aGrant({ ...ACTIVE, status: 'ended' }) as never)
    const user = open('/support-access', { council: aLead() })

    await user.click(await screen.findByRole('button', { name: /End the access/ }))

    await expect.poll(() => ended.length).toBe(1)
  })
})

describe('an operator who needs support access', () => {
  const COUNCIL = anId(50)
  const OPERATOR = { session: aSession({ acting: { kind: 'operator' }, operator: true } as never) }

  it('asks with a reason and a time', async () => {
    answers('get', `/api/councils/${COUNCIL}`, { id: COUNCIL, name: 'Larkshire Council' } as never)
    const asked = answers('post', `/api/councils/${COUNCIL}/support-grants`, aGrant() as never, { status: 201 })
    const user = open(`/councils/${COUNCIL}/support-access/new`, OPERATOR)

    await pageWith('Ask Larkshire Council for support access')
    await user.click(screen.getByRole('button', { name: 'Ask for support access' }))
    expect(await screen.findByRole('link', { name: 'Enter why you need support access' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Select for how long you need it' })).toBeVisible()
    await expectAccessible()

    await user.type(screen.getByLabelText('Why do you need it?'), 'The import of hubs fails')
    await user.click(screen.getByLabelText('4 hours'))
    await user.click(screen.getByRole('button', { name: 'Ask for support access' }))

    await expect.poll(() => asked[0]?.body).toEqual({ reason: 'The import of hubs fails', hours: 4 })
  })
})
