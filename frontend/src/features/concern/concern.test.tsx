import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aConcern, anId, aPractitioner } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers } from '../../test/server'

const STEPS = '/api/settings/safeguarding'
const written = {
  numbers: [{ name: 'Duty desk', phone: '01632 960150', hours: 'Day and night' }],
  steps: 'Ring the duty desk.',
  version: 1,
}

describe('something is worrying me', () => {
  it('shows the telephone numbers first, and sends what a member of hub staff writes', async () => {
    answers('get', STEPS, written as never)
    const sent = answers('post', '/api/concerns', { id: anId(230), sentAt: '2026-11-24T09:50:00Z' } as never)
    const user = open('/worry')
    await pageWith('Something is worrying me')
    expect(await screen.findByRole('link', { name: '01632 960150' })).toHaveAttribute('href', 'tel:01632960150')
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Send to the practitioners' }))
    expect(screen.getAllByText('Enter what worries you')[0]).toBeVisible()
    expect(screen.getAllByText(/Select what you did/)[0]).toBeVisible()
    expect(sent).toEqual([])
    await user.type(screen.getByRole('textbox', { name: 'What worries you?' }), 'A bruise')
    await user.click(screen.getByRole('checkbox', { name: 'Told the manager' }))
    await user.type(screen.getByRole('textbox', { name: 'Whom did you tell, and when?' }), 'Jo, at noon')
    await user.click(screen.getByRole('button', { name: 'Send to the practitioners' }))

    expect(await screen.findByText(/Sent to the practitioners/)).toBeVisible()
    expect(sent[0]?.body).toEqual({ worry: 'A bruise', actions: ['told-the-manager'], told: 'Jo, at noon' })
    expect(screen.queryByText('A bruise')).toBeNull()
  })

  it('shows no made-up number while the council has written none', async () => {
    answers('get', STEPS, { numbers: [], steps: '', version: 0 } as never)
    open('/worry')

    expect(await screen.findByText(/Your council has not written its own/)).toBeVisible()
    expect(screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('tel:'))).toHaveLength(1)
  })

  it('is in reach on every page, in a new tab so that nothing typed is lost', async () => {
    open('/people')
    await pageWith('People')

    expect(screen.getByRole('link', { name: /Something is worrying me/ })).toHaveAttribute('target', '_blank')
  })
})

describe('what worries staff', () => {
  it('tells practitioners of it where their work is, with whom it came from', async () => {
    answers('get', '/api/conversations', { items: [] } as never)
    answers('get', '/api/concerns', { items: [aConcern()] } as never)
    open('/conversations', { council: aPractitioner() })

    expect(await screen.findByText(/1 worry to finish, from Sam Oduya/)).toBeVisible()
  })

  it('can be looked up where their work is, also when nothing is waiting', async () => {
    answers('get', '/api/conversations', { items: [] } as never)
    answers('get', '/api/concerns', { items: [] } as never)
    open('/conversations', { council: aPractitioner() })

    expect(await screen.findByRole('link', { name: 'What worries staff' })).toHaveAttribute('href', '/concerns')
  })

  it('stays until it is read and acted on', async () => {
    answers('get', '/api/concerns', { items: [aConcern()] } as never)
    const read = answers('post', `/api/concerns/${anId(230)}/read`, aConcern() as never)
    const acted = answers('post', `/api/concerns/${anId(230)}/actions`, aConcern() as never)
    const user = open('/concerns', { council: aPractitioner() })
    const card = within(await screen.findByRole('article', { name: /From Sam Oduya/ }))

    await user.click(card.getByRole('button', { name: /I have read this/ }))
    await waitFor(() => expect(read).toHaveLength(1))
    await user.click(card.getByRole('button', { name: 'Record this' }))
    expect(acted).toEqual([])
    await user.click(card.getByRole('checkbox', { name: 'Rang a number' }))
    await user.type(card.getByRole('textbox', { name: 'Whom did you tell, and when?' }), 'Duty desk, 10:20')
    await user.click(card.getByRole('button', { name: 'Record this' }))

    await waitFor(() => expect(acted[0]?.body).toEqual({ actions: ['rang-a-number'], told: 'Duty desk, 10:20' }))
  })
})
