import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aConclusion, aConversation, aPractitioner, found, MARGARET, MORNING } from '../../test/builders'
import { readDraft } from '../../page/draft'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses } from '../../test/server'

const RECORD = aConversation().id
const ADDRESS = `/conversations/${RECORD}`
const MOVES = `/api${ADDRESS}/moves`
const RIGHT = '5b1f6d0c-8f0e-4c57-9c0e-000000000777'

const moved = {
  id: '5b1f6d0c-8f0e-4c57-9c0e-000000000778',
  day: '2026-11-24',
  movedAt: '2026-11-24T09:40:00Z',
  movedByName: 'Sam Rowe',
  reason: 'Two people of that name',
  copiesGivenAt: ['2026-11-24T09:35:00Z'],
}

async function openMove() {
  const user = open(`${ADDRESS}/move`, { council: aPractitioner() })
  await pageWith('Move to the right person')
  return user
}

async function choose(user: Awaited<ReturnType<typeof openMove>>) {
  await user.type(screen.getByLabelText('Who was it with?'), 'ellis')
  await user.click(await screen.findByRole('option', { name: /Ellis/ }))
}

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
  answers('get', `/api${ADDRESS}`, aConversation({ status: 'finished' }) as never, { headers: { ETag: '"3"' } })
  answers('get', `/api${ADDRESS}/conclusion`, aConclusion() as never)
  answers('get', `/api/people/${MARGARET}/conversations`, { items: [] })
  answers('get', '/api/conversations', { items: [] })
  answers('get', `/api/people/${MARGARET}/measures`, { items: [] })
  answers('post', '/api/people/search', {
    items: [found({ id: RIGHT, name: 'Margaret Ellis' })],
  } as never)
})

describe('moving a record to the right person', () => {
  it('sends both people and the reason, and says on the record that it was moved', async () => {
    const sent = answers('post', MOVES, moved)
    const user = await openMove()
    expect(screen.getByText('It was not with Margaret Ellison')).toBeVisible()

    await choose(user)
    await user.type(screen.getByLabelText('Why was it recorded for the wrong person?'), 'Two people of that name')
    answers('get', MOVES, { items: [moved] })
    await user.click(screen.getByRole('button', { name: 'Move the record' }))

    expect(await screen.findByText('The record is now with Margaret Ellis.')).toBeVisible()
    expect(await screen.findByText(/It was recorded for another person by mistake. Sam Rowe moved it/)).toBeVisible()
    expect(screen.getByText(/A copy of the letter had been given to that person on 24 November 2026/)).toBeVisible()
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
    expect(sent[0]?.body).toEqual({ fromPersonId: MARGARET, toPersonId: RIGHT, reason: 'Two people of that name' })
  })

  it('says what is missing, and is accessible', async () => {
    const user = await openMove()

    await user.click(screen.getByRole('button', { name: 'Move the record' }))

    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Choose the person whom it was with')
    expect(summary).toHaveTextContent('Enter why it was recorded for the wrong person')
    await expectAccessible()
  })

  it('keeps what was chosen and typed over a refusal and a reload', async () => {
    refuses('post', MOVES, 409, 'answers-of-the-day-exist')
    const user = await openMove()
    await choose(user)
    await user.type(screen.getByLabelText('Why was it recorded for the wrong person?'), 'Namesakes')
    await user.click(screen.getByRole('button', { name: 'Move the record' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('has answers to the same questions on that day')

    await waitFor(async () =>
      expect(await readDraft(new Request(window.location.href))).toMatchObject({ reason: 'Namesakes' }),
    )

    await reload({ council: aPractitioner() })

    expect(await screen.findByLabelText('Why was it recorded for the wrong person?')).toHaveValue('Namesakes')
    expect(screen.getByText(/It was with Margaret Ellis/)).toBeVisible()
  })

  it('asks who it was not with if the record is about several people', async () => {
    const other = { personId: RIGHT, name: 'Tom Akande', reference: 'ZZZZ-2222' }
    const people = [...aConversation().people, other]
    answers('get', `/api${ADDRESS}`, aConversation({ people }) as never, { headers: { ETag: '"3"' } })
    const user = await openMove()

    await user.click(screen.getByRole('button', { name: 'Move the record' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Select the person whom it was not with')
  })
})
