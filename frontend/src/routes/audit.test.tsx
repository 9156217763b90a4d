import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aCouncil, anId, MARGARET } from '../test/builders'
import { expectAccessible, open, pageWith } from '../test/open'
import { answers } from '../test/server'

const PRIYA = anId(209)

function lead() {
  const council = aCouncil()
  return { ...council, me: { ...council.me, authorities: ['council:read', 'audit:read', 'person:read'] } }
}

const events = [
  {
    seq: 27,
    at: '2026-11-24T09:32:00Z',
    actorKind: 'member',
    memberId: PRIYA,
    memberName: 'Priya Shah',
    action: 'checked-in',
    kind: 'booking',
  },
  { seq: 26, at: '2026-11-24T09:30:00Z', actorKind: 'service', action: 'brand-new', kind: 'thing' },
]

describe('who did what', () => {
  it('says it in words, without a resident’s name, and leads to earlier entries', async () => {
    const asked = answers('get', '/api/audit/events', { events, next: 26 } as never)
    const user = open('/audit', { council: lead() })
    await pageWith('Who did what')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent(
      'Priya Shahchecked someone in24 November 2026 at 9:32am',
    )
    expect(screen.getByRole('row', { name: /Alongside itself/ })).toHaveTextContent('brand new (thing)')
    await expectAccessible()

    await user.click(screen.getByRole('link', { name: /Earlier/ }))

    await expect.poll(() => asked.some((one) => one.url.searchParams.get('before') === '26')).toBe(true)
  })

  it('shows what one member did', async () => {
    const asked = answers('get', '/api/audit/events', { events } as never)
    const user = open('/audit?kind=booking', { council: lead() })
    await pageWith('Who did what')

    await user.click(screen.getByRole('link', { name: 'Priya Shah' }))

    expect(await screen.findByText(/Only what Priya Shah did/)).toBeVisible()
    expect(asked.at(-1)?.url.search).toBe(`?kind=booking&memberId=${PRIYA}`)
  })

  it('checks the record and says what is wrong with it', async () => {
    answers('get', '/api/audit/events', { events } as never)
    answers('post', '/api/audit/verifications', { events: 27, findings: [{ seq: 3, what: 'altered' }] } as never)
    const user = open('/audit', { council: lead() })
    await pageWith('Who did what')

    await user.click(screen.getByRole('button', { name: 'Check the record' }))

    expect(await screen.findByText('Entry 3 was altered.')).toBeVisible()
    await expectAccessible()
  })

  it('tells on a person’s page who has looked', async () => {
    answers('get', `/api/people/${MARGARET}/looks`, {
      looks: [{ seq: 9, at: '2026-11-24T09:32:00Z', memberName: 'Priya Shah', action: 'read', kind: 'person' }],
    } as never)
    open(`/people/${MARGARET}/looks`)
    await pageWith('Who has looked')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent('looked at a person')
    await expectAccessible()
  })
})
