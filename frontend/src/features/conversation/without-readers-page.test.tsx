import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aLead, aPractitioner, anId, MARGARET } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const LIST = '/api/conversations-without-readers'
const RECORD = anId(96)
const PRIYA = anId(97)

const lead = { council: aLead() }

function one() {
  answers('get', LIST, {
    items: [{ id: RECORD, day: '2026-10-02', formerReaderNames: ['Bethan Pugh', 'Sam Oduya'] }],
    colleagues: [{ id: PRIYA, name: 'Priya Nair' }],
  })
}

describe('a restricted conversation that no one can open', () => {
  it('is given to a practitioner by a lead, who is asked to tell them', async () => {
    one()
    const sent = answers('post', `${LIST}/${RECORD}/readers`, undefined, { status: 204 })
    const user = open('/conversations-without-readers', lead)
    await pageWith('Restricted conversations that no one can open')
    expect(await screen.findByText('Bethan Pugh and Sam Oduya could open it')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Choose who can open it' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Let them open it' }))
    expect(screen.getByRole('link', { name: 'Select at least one member of staff' })).toBeVisible()
    expect(sent).toHaveLength(0)

    await user.click(screen.getByRole('checkbox', { name: 'Priya Nair' }))
    answers('get', LIST, { items: [], colleagues: [] })
    await user.click(screen.getByRole('button', { name: 'Let them open it' }))

    expect(await screen.findByText(/^Priya Nair can open the conversation of .* now\. Please tell them/)).toBeVisible()
    expect(sent[0]?.body).toEqual({ memberIds: [PRIYA] })
    expect(await screen.findByText('Every restricted conversation can be opened by someone.')).toBeVisible()
  })

  it('says that another lead was faster', async () => {
    one()
    refuses('post', `${LIST}/${RECORD}/readers`, 409, 'conversation-has-readers')
    const user = open('/conversations-without-readers', lead)
    await user.click(await screen.findByRole('button', { name: 'Choose who can open it' }))
    await user.click(screen.getByRole('checkbox', { name: 'Priya Nair' }))
    answers('get', LIST, { items: [], colleagues: [] })
    await user.click(screen.getByRole('button', { name: 'Let them open it' }))

    expect(await screen.findByText(/Someone can open this conversation again/)).toBeVisible()
  })

  it('tells a colleague who looks for it to ask a lead', async () => {
    refuses('get', `/api/conversations/${RECORD}`, 403, 'conversation-restricted', { readerNames: [] })
    answers('get', `/api/people/${MARGARET}/conversations`, { items: [] })
    open(`/conversations/${RECORD}`, { council: aPractitioner() })

    expect(await screen.findByText('None of them can open it any more. Ask a lead to name someone.')).toBeVisible()
  })
})
