import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Step } from '../../api/types'
import { aConclusion, aConversation, anId, aPractitioner, MARGARET, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const RECORD = aConversation().id
const ADDRESS = `/conversations/${RECORD}`
const STEPS = `/api${ADDRESS}/steps`

function aStep(some: Partial<Step> = {}): Step {
  return {
    id: anId(71),
    conversationId: RECORD,
    details: { what: 'ring Colin', owner: 'family', ownerName: 'Sam', due: '2026-11-26' },
    status: 'open',
    changes: [],
    version: 4,
    ...some,
  }
}

async function section() {
  return within(await screen.findByRole('region', { name: 'Next steps' }))
}

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
  answers('get', `/api${ADDRESS}`, aConversation() as never, { headers: { ETag: '"3"' } })
  answers('get', `/api/people/${MARGARET}/conversations`, { items: [] })
  answers('post', `/api${ADDRESS}/writers/me`, { writers: [], boxes: [], version: 3 })
  answers('delete', `/api${ADDRESS}/writers/me`, undefined, { status: 204 })
  answers('get', `/api${ADDRESS}/conclusion`, aConclusion() as never)
  answers('get', '/api/conversations', { items: [] })
})

describe('the next steps of a record', () => {
  it('makes a step of a line of words, and shows first how it is understood', async () => {
    const sent = answers('post', STEPS, aStep() as never)
    const user = open(ADDRESS, { council: aPractitioner() })
    const steps = await section()
    const line = await steps.findByLabelText('Add a next step')

    await user.type(line, 'Sam ring Colin Thu')
    expect(steps.getByRole('status')).toHaveTextContent('Sam will ring Colin, by 26 November 2026')
    answers('get', STEPS, { items: [aStep()] })
    await user.keyboard('{Enter}')

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({ what: 'ring Colin', ownerName: 'Sam', due: '2026-11-26' })
    expect(await steps.findByText('Sam will')).toBeVisible()
    expect(line).toHaveValue('')
    await expectAccessible()
  })

  it('keeps the line if it could not be added', async () => {
    refuses('post', STEPS, 503, 'unavailable')
    const user = open(ADDRESS, { council: aPractitioner() })
    const steps = await section()
    const line = await steps.findByLabelText('Add a next step')

    await user.type(line, 'ring Colin{Enter}')

    await waitFor(() => expect(line).toHaveAccessibleDescription(/Error/))
    expect(line).toHaveValue('ring Colin')
  })

  it('asks why a step was not done', async () => {
    answers('get', STEPS, { items: [aStep()] })
    const sent = answers('put', `${STEPS}/${aStep().id}`, aStep({ status: 'not-done' }) as never)
    const user = open(ADDRESS, { council: aPractitioner() })
    const steps = await section()

    await user.click(await steps.findByRole('button', { name: 'Not done: ring Colin' }))
    await user.click(steps.getByRole('button', { name: 'Save as not done' }))
    expect(await steps.findByRole('alert')).toHaveTextContent('Enter why it was not done')
    await user.type(steps.getByLabelText('Why was it not done?'), 'Colin is away')
    await user.click(steps.getByRole('button', { name: 'Save as not done' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.headers.get('If-Match')).toBe('"4"')
    expect(sent[0]?.body).toMatchObject({ status: 'not-done', reason: 'Colin is away' })
  })

  it('needs who, when and a reason for a change once the record is finished', async () => {
    answers('get', `/api${ADDRESS}`, aConversation({ status: 'finished' }) as never, { headers: { ETag: '"3"' } })
    answers('get', STEPS, { items: [aStep()] })
    const user = open(ADDRESS, { council: aPractitioner() })
    const steps = await section()
    expect(steps.queryByRole('button', { name: 'Remove: ring Colin' })).toBeNull()

    await user.click(await steps.findByRole('button', { name: 'Change: ring Colin' }))
    await user.selectOptions(steps.getByLabelText('Who will do it?'), 'Choose who')
    await user.click(steps.getByRole('button', { name: 'Save step' }))

    const summary = await steps.findByRole('alert')
    expect(summary).toHaveTextContent('Select who will do it')
    expect(summary).toHaveTextContent('Enter why you change it')
    await expectAccessible()
  })

  it('says what a step lacks when the record is finished', async () => {
    answers('get', STEPS, { items: [aStep({ details: { what: 'ring Colin', owner: 'family' } })] })
    refuses('post', `/api${ADDRESS}/finish`, 409, 'step-incomplete')
    const user = open(`${ADDRESS}/finish`, { council: aPractitioner() })
    await pageWith('Finish this record')

    await user.click(screen.getByLabelText('I tried to reach them'))
    await user.click(screen.getByRole('button', { name: 'Finish' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Enter the day by which “ring Colin” is done')
  })

  it('shows the open steps of all records, with their people', async () => {
    answers('get', '/api/steps', {
      items: [
        {
          step: aStep({ details: { what: 'send the form', owner: 'council', due: '2026-11-20' } }),
          people: [{ personId: MARGARET, name: 'Margaret Ellison' }],
        },
      ],
    })
    open('/conversations', { council: aPractitioner() })

    const list = within(await screen.findByRole('region', { name: 'Next steps that are open' }))
    expect(await list.findByRole('link', { name: 'With Margaret Ellison' })).toHaveAttribute('href', ADDRESS)
    expect(list.getByText('Overdue')).toBeVisible()
    expect(list.getByText('The team will')).toBeVisible()
  })
})
