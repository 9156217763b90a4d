import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WalkIn } from '../../api/types'
import { aMorning, anId, found, LIBRARY, MARGARET, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const DAY = `/api${BOARD}`

function aWalkIn(over: Partial<WalkIn> = {}): WalkIn {
  return {
    id: anId(51),
    reason: 'advice',
    askedOn: '2026-11-24',
    arrivedAt: '2026-11-24T10:19:00Z',
    status: 'waiting',
    ...over,
  } as WalkIn
}

describe('walk-ins', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    localStorage.clear()
  })

  it('wait among the bookings in the order of the day, and are started and finished', async () => {
    const day = {
      ...aMorning(),
      walkIns: [aWalkIn({ name: 'Dennis Wray' }), aWalkIn({ id: anId(52), reason: 'talk' })],
    }
    answers('get', DAY, day)
    const sent = answers('post', `/api/walk-ins/${anId(51)}/start`, aWalkIn({ status: 'in-conversation' }))
    const undone = answers('post', `/api/walk-ins/${anId(51)}/undo`, aWalkIn())
    const user = open(BOARD)
    await pageWith('Tuesday 24 November')

    const queue = within(screen.getByRole('table', { name: /Talking point/ }))
    const times = queue.getAllByRole('row').map((each) => within(each).queryAllByRole('cell')[0]?.textContent)
    expect(times.slice(3, 8)).toEqual(['10:15am (now)', '10:15am (now)', '10:19am', '10:19am', '11am'])
    expect(queue.getByRole('row', { name: /Dennis Wray/ })).toHaveTextContent('Walk-in: Advice')
    expect(queue.getByRole('row', { name: /Dennis Wray/ })).toHaveTextContent('Waiting8 minutes')
    expect(queue.getByRole('row', { name: /Prefers not to say/ })).toHaveTextContent('Talk to someone')
    await expectAccessible()
    await user.click(queue.getByRole('button', { name: 'Start Dennis Wray' }))
    expect(await screen.findByText(/Dennis Wray has started/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo Dennis Wray' }))

    expect(await screen.findByText('Undone. Dennis Wray is as before')).toBeVisible()
    expect([sent.length, undone.length]).toEqual([1, 1])
  })

  it('are corrected after the undo has gone, by the version that was read', async () => {
    const walkIn = aWalkIn({
      name: 'Dennis Wray',
      status: 'finished',
      startedAt: '2026-11-24T10:20:00Z',
      finishedAt: '2026-11-24T10:25:00Z',
    })
    answers('get', DAY, { ...aMorning(), walkIns: [walkIn] })
    answers('get', `/api/walk-ins/${anId(51)}`, walkIn, { headers: { ETag: '"3"' } })
    answers('get', `/api/walk-ins/${anId(51)}/corrections`, { items: [] })
    const sent = answers('post', `/api/walk-ins/${anId(51)}/corrections`, walkIn, { status: 201 })
    const user = open(BOARD)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('link', { name: 'Change the record of Dennis Wray' }))
    expect(await screen.findByRole('heading', { name: 'Correct the record' })).toHaveFocus()
    await user.click(screen.getByRole('radio', { name: 'Left' }))
    await user.type(screen.getByLabelText('Why is it corrected?'), 'He had no time')
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))

    expect(await screen.findByText('The record of Dennis Wray is corrected')).toBeVisible()
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
    expect(sent[0]?.body).toEqual({ status: 'left', arrived: '10:19', reason: 'He had no time' })
  })

  it('are added by W, with a known person and why they came', async () => {
    answers('get', DAY, aMorning())
    answers('post', '/api/people/search', { items: [found()] })
    const sent = answers('post', `${DAY}/walk-ins`, aWalkIn(), { status: 201 })
    const user = open(BOARD)
    await pageWith('Tuesday 24 November')

    await user.keyboard('w')
    await user.type(await screen.findByRole('combobox', { name: 'Who is it?' }), 'Marg')
    await user.click(await screen.findByRole('option', { name: /Margaret Ellison/ }))
    await user.click(screen.getByRole('radio', { name: 'Help with a form' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Add to the queue' }))

    expect(await screen.findByText('Margaret Ellison is in the queue')).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([{ personId: MARGARET, reason: 'help-with-a-form' }])
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/[0-9a-f-]{36}/)
  })

  it('may be called by a name that is written nowhere else, which the list says of its last line', async () => {
    answers('get', DAY, aMorning())
    answers('post', '/api/people/search', { items: [found()] })
    const sent = answers('post', `${DAY}/walk-ins`, aWalkIn(), { status: 201 })
    const user = open(`${BOARD}/walk-in`)

    await user.type(await screen.findByRole('combobox', { name: 'Who is it?' }), 'Joe')
    expect(await screen.findByText('1 person found. Arrow Up writes down the name only')).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent(/new person/)
    await user.click(screen.getByRole('option', { name: 'Write down ‘Joe’, for this visit only' }))
    await user.click(screen.getByRole('radio', { name: 'Advice' }))
    await user.click(screen.getByRole('button', { name: 'Add to the queue' }))

    expect(await screen.findByText('Joe is in the queue')).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([{ name: 'Joe', reason: 'advice' }])
  })

  it('need not say who they are, but why they came', async () => {
    answers('get', DAY, aMorning())
    const sent = answers('post', `${DAY}/walk-ins`, aWalkIn(), { status: 201 })
    const user = open(`${BOARD}/walk-in`)

    await user.click(await screen.findByRole('button', { name: 'Add to the queue' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Select who it is, or that they prefer not to say')
    await user.click(screen.getByRole('button', { name: 'Prefers not to say' }))
    await user.click(screen.getByRole('radio', { name: 'Advice' }))
    await user.click(screen.getByRole('button', { name: 'Add to the queue' }))

    expect(await screen.findByText('Someone is in the queue')).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([{ reason: 'advice' }])
  })

  it('are initials while names are hidden, like everybody on the board', async () => {
    answers('get', DAY, { ...aMorning(), walkIns: [aWalkIn({ name: 'Dennis Wray' })] })
    const user = open(BOARD)
    await pageWith('Tuesday 24 November')

    await user.keyboard('h')

    await waitFor(() => expect(document.body).not.toHaveTextContent('Margaret Ellison'))
    expect(document.body).not.toHaveTextContent('Dennis Wray')
    expect(document.body).not.toHaveTextContent('K7MW-3PQX')
    expect(screen.getByRole('row', { name: /M E/ })).toBeVisible()
    expect(screen.getByRole('row', { name: /D W/ })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Show names' })).toBeVisible()
    expect(screen.getByText('Names hidden')).toBeVisible()
  })
})
