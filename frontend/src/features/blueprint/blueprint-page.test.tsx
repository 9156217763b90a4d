import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Blueprint } from '../../api/types'
import { aBlueprint, aLead } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const LENA = { council: aLead() }

function offered(over: Partial<Blueprint> = {}) {
  answers('get', '/api/blueprint', aBlueprint(over) as never)
}

const ADOPTED: Partial<Blueprint> = {
  version: '1.1',
  parts: aBlueprint().parts.map((part) => ({ ...part, adopted: part.id === 'kinds' })),
  own: [
    {
      element: 'kind.conversation',
      part: 'kinds',
      title: 'Conversation',
      inUse: true,
      value: { code: 'conversation', name: 'Conversation', minutes: 30 },
      decision: 'took',
      decidedIn: '1.0',
      decidedBy: 'Lena Marsh',
      decidedAt: '2026-11-23T09:12:00Z',
    },
  ],
  differences: [
    {
      element: 'kind.conversation',
      part: 'kinds',
      title: 'Conversation',
      kind: 'changed',
      ours: { code: 'conversation', name: 'Conversation', minutes: 30 },
      offered: { code: 'conversation', name: 'Conversation', minutes: 45 },
      source: 'alongside',
      provenance: 'suggestion',
    },
    {
      element: 'kind.old',
      part: 'kinds',
      title: 'Long talk',
      kind: 'removed',
      ours: { code: 'old', name: 'Long talk', minutes: 90 },
    },
  ],
}

describe('the approach', () => {
  it('is shown with its sources and adopted as it is', async () => {
    offered()
    const sent = answers('post', '/api/blueprint/adopt', aBlueprint(ADOPTED) as never)
    const user = open('/blueprint', LENA)
    await pageWith('Approach')
    expect(screen.getByText(/Neither Thurrock Council nor NDTi/)).toBeVisible()
    await expectAccessible()

    await user.dblClick(screen.getByRole('button', { name: 'Adopt it as it is (recommended)' }))

    expect(await screen.findByText('The approach is adopted')).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ version: '1.0', parts: ['principles', 'kinds'] })
  })

  it('is adopted by part', async () => {
    offered()
    const sent = answers('post', '/api/blueprint/adopt', aBlueprint(ADOPTED) as never)
    const user = open('/blueprint/adopt', LENA)
    await pageWith('Choose the parts to adopt')
    await expectAccessible()

    await user.click(screen.getByLabelText('Principles'))
    await user.click(screen.getByLabelText('Kinds of session'))
    await user.click(screen.getByRole('button', { name: 'Adopt these parts' }))
    expect(await screen.findByRole('link', { name: 'Select at least one part' })).toBeVisible()
    await user.click(screen.getByLabelText('Kinds of session'))
    await user.click(screen.getByRole('button', { name: 'Adopt these parts' }))

    await pageWith('Approach')
    expect(sent[0]?.body).toEqual({ version: '1.0', parts: ['kinds'] })
  })

  it('asks for nothing where every part is adopted', async () => {
    offered({ parts: aBlueprint().parts.map((part) => ({ ...part, adopted: true })) })
    open('/blueprint/adopt', LENA)

    await pageWith('Choose the parts to adopt')
    expect(screen.getByText('You have adopted every part. There is nothing to choose.')).toBeVisible()
    expect(screen.queryByRole('group')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Adopt these parts' })).toBeNull()
    await expectAccessible()
  })

  it('says an outcome in plain words, with its national wording once', async () => {
    const outcome = { code: 'nfa-support-declined', text: 'NFA: Support declined' }
    const heading = 'The person did not want support'
    const element = {
      id: 'outcome.declined',
      title: heading,
      value: outcome,
      source: 'alongside',
      provenance: 'published',
    }
    const same = { ...element, id: 'principle.trust', title: 'Trust first', value: { text: 'Trust first' } }
    const part = {
      id: 'outcomes',
      title: 'Outcomes',
      about: 'How it can end.',
      adopted: false,
      elements: [element, same],
    }
    offered({ parts: [part] } as Partial<Blueprint>)
    open('/blueprint/parts/outcomes', LENA)

    await pageWith('Outcomes')
    expect(screen.getByRole('heading', { name: heading })).toBeVisible()
    expect(screen.getAllByText(/Support declined/)).toHaveLength(1)
    expect(screen.getByText('In the national figures')).toBeVisible()
    expect(screen.getAllByText('Trust first')).toHaveLength(1)
  })

  it('can be seen, part by part, by everybody', async () => {
    offered(ADOPTED)
    open('/blueprint/parts/principles')

    await pageWith('Principles')
    expect(screen.getByText(/As commonly published/)).toBeVisible()
    await expectAccessible()
  })

  it('leaves decisions to leads', async () => {
    offered()
    open('/blueprint')

    await pageWith('Approach')
    expect(screen.getByText('A lead in your council decides what to adopt.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Adopt/ })).not.toBeInTheDocument()
  })

  it('shows what a part has become', async () => {
    offered(ADOPTED)
    open('/blueprint/parts/kinds', LENA)

    await pageWith('Kinds of session')
    expect(screen.getByText('You keep your own')).toBeVisible()
    expect(screen.getByText('30')).toBeVisible()
  })
})

describe('a later version', () => {
  it('is shown as differences, each taken or kept with a note', async () => {
    offered(ADOPTED)
    const sent = answers('post', '/api/blueprint/decisions', aBlueprint({ ...ADOPTED, differences: [] }) as never)
    const user = open('/blueprint', LENA)
    await user.click(await screen.findByRole('link', { name: /See each change/ }))
    await pageWith('Changes in version 1.1')
    await expectAccessible()

    const changed = screen.getByRole('heading', { name: /^Conversation/ }).closest('section') as HTMLElement
    await user.click(within(changed).getByLabelText('Take this change'))
    await user.click(screen.getByRole('button', { name: 'Save these decisions' }))
    expect(await screen.findByRole('link', { name: 'Enter why, for “Conversation”' })).toBeVisible()
    await user.type(within(changed).getByLabelText('Why?'), 'Ours were too short')
    await user.click(screen.getByRole('button', { name: 'Save these decisions' }))

    await pageWith('Approach')
    expect(screen.getByRole('alert')).toHaveTextContent('1 decision is saved')
    expect(sent[0]?.body).toEqual({
      version: '1.1',
      decisions: [{ element: 'kind.conversation', decision: 'take', note: 'Ours were too short' }],
    })
  })

  it('asks for at least one decision', async () => {
    offered(ADOPTED)
    const user = open('/blueprint/differences', LENA)
    await pageWith('Changes in version 1.1')

    await user.click(screen.getByRole('button', { name: 'Save these decisions' }))

    expect(await screen.findByRole('link', { name: /at least one change/ })).toBeVisible()
  })

  it('keeps what was typed when another member of staff was first', async () => {
    offered(ADOPTED)
    refuses('post', '/api/blueprint/decisions', 409, 'blueprint-moved-on')
    const user = open('/blueprint/differences', LENA)
    await pageWith('Changes in version 1.1')
    const removed = screen.getByRole('heading', { name: /^Long talk/ }).closest('section') as HTMLElement
    await user.click(within(removed).getByLabelText('Keep ours'))
    await user.type(within(removed).getByLabelText('Why?'), 'We use it')

    await user.click(screen.getByRole('button', { name: 'Save these decisions' }))

    expect(await screen.findByText(/Someone else has decided on this/)).toBeVisible()
    expect(screen.getByDisplayValue('We use it')).toBeVisible()
  })
})
