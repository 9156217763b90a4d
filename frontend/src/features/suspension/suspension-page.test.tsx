import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCouncilRecord, anOperator, LARKSHIRE } from '../../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const COUNCIL = `/api/councils/${LARKSHIRE}`
const SUSPENSION = `${COUNCIL}/suspension`
const TAG = { headers: { ETag: '"5"' } }
const NOT_SUSPENDED = { suspended: false, steps: [], version: 5 }
const SUSPENDED = {
  suspended: true,
  reason: 'contract-ended',
  steps: [{ number: 1, kind: 'suspended', reason: 'contract-ended', operator: 'anna', at: '2026-11-22T09:12:00Z' }],
  version: 6,
}
const open = (path: string) => openPage(`/councils/${LARKSHIRE}${path}`, { session: anOperator() })

beforeEach(() => {
  answers('get', COUNCIL, aCouncilRecord() as never, TAG)
  answers('get', `${COUNCIL}/set-up`, { status: 'live', tasks: [], leads: 1, steps: [], version: 5 } as never)
  answers('get', `${COUNCIL}/members`, { items: [], next: null } as never)
  answers('get', SUSPENSION, NOT_SUSPENDED, TAG)
})

describe('the suspension of a council', () => {
  it('needs a reason and says what it means', async () => {
    const user = open('/suspension')
    await pageWith('Suspend Larkshire Council')
    expect(screen.getByText(/Nothing is deleted, and you can resume/)).toBeVisible()
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Suspend Larkshire Council' }))

    expect(await screen.findByRole('group', { name: 'Why?' })).toHaveAccessibleDescription(
      /Select why the council is suspended/,
    )
    await expectAccessible()
  })

  it('is sent once with the version that the operator read', async () => {
    const user = open('/suspension')
    const sent = answers('post', SUSPENSION, SUSPENDED as never)
    await pageWith('Suspend Larkshire Council')

    await user.click(screen.getByRole('radio', { name: 'The contract has ended' }))
    await user.dblClick(screen.getByRole('button', { name: 'Suspend Larkshire Council' }))

    expect(await screen.findByText('Larkshire Council is suspended')).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers.get('If-Match')).toBe('"5"')
    expect(sent[0]?.body).toEqual({ reason: 'contract-ended' })
  })

  it('says when another operator changed the council', async () => {
    const user = open('/suspension')
    refuses('post', SUSPENSION, 412, 'stale-version', {
      detail: 'Another person changed this council. Read it again before you go on.',
    })
    await pageWith('Suspend Larkshire Council')

    await user.click(screen.getByRole('radio', { name: 'There is an incident' }))
    await user.click(screen.getByRole('button', { name: 'Suspend Larkshire Council' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(/Another person changed this council/)
  })

  it('ends when the operator resumes the council', async () => {
    answers('get', SUSPENSION, SUSPENDED as never, { headers: { ETag: '"6"' } })
    const user = open('/suspension')
    const sent = answers('post', `${COUNCIL}/resumption`, { suspended: false, steps: [], version: 7 })
    await pageWith('Resume Larkshire Council')
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Resume Larkshire Council' }))

    expect(await screen.findByText('Larkshire Council is resumed')).toBeVisible()
    expect(sent[0]?.headers.get('If-Match')).toBe('"6"')
  })

  it('is on the page of the council, with when and why', async () => {
    answers('get', SUSPENSION, SUSPENDED as never)
    open('')

    expect(await screen.findByText(/^This council is suspended/)).toBeVisible()
    expect(screen.getByText('Suspended on Sunday 22 November 2026 at 9:12am: The contract has ended')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Resume this council' })).toHaveAttribute(
      'href',
      `/councils/${LARKSHIRE}/suspension`,
    )
    await expectAccessible()
  })

  it('is not shown where it could not be read', async () => {
    refuses('get', SUSPENSION, 503, 'unavailable')
    open('')

    expect(await screen.findByText('Cannot be shown right now')).toBeVisible()
  })
})
