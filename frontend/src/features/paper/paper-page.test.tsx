import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aDay, anId, aPaperSheet, found, LIBRARY, MARGARET, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const PAPER = `${BOARD}/sessions/${anId(61)}/paper`
const SHEET = `/api/sessions/${anId(61)}/paper-sheet`
const RECORDS = `/api/sessions/${anId(61)}/paper-records`

async function mark(user: UserEvent, person: string, outcome: string) {
  const group = within(await screen.findByRole('group', { name: person }))
  await user.click(group.getByRole('radio', { name: outcome }))
}

describe('the record of a session from paper', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    sessionStorage.clear()
    answers('get', SHEET, aPaperSheet())
    answers('get', `/api${BOARD}`, aDay())
    answers('post', '/api/people/search', { items: [found()] })
  })

  it('saves all rows, walk-ins and the head count at once, by keyboard alone', async () => {
    const sent = answers('post', RECORDS, aPaperSheet())
    const user = open(PAPER)
    await pageWith('Record from paper')
    await expectAccessible()
    const first = within(screen.getByRole('group', { name: 'Margaret Ellison' })).getByRole('radio', { name: 'Came' })
    first.focus()

    await user.keyboard(' {Tab}925{Tab}')
    await user.keyboard(' {ArrowDown}{Tab}')
    await user.type(screen.getByRole('combobox', { name: 'Person 1' }), 'Marg')
    await user.click(await screen.findByRole('option', { name: /Margaret Ellison/ }))
    await waitFor(() => expect(screen.getAllByRole('combobox', { name: /^For/ })[0]).toHaveFocus())
    await user.type(screen.getByLabelText('How many more came without giving a name?'), '7')
    await user.keyboard('{Control>}{Enter}{/Control}')

    expect(await screen.findByText('The session of 9:30am to 12:30pm is recorded from paper')).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([
      {
        bookings: [
          { bookingId: anId(31), version: 0, outcome: 'came', arrived: '09:25' },
          { bookingId: anId(32), version: 0, outcome: 'did-not-come' },
        ],
        walkIns: [{ personId: MARGARET, reason: 'talk' }],
        headcount: { people: 7, version: 0 },
      },
    ])
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/[0-9a-f-]{36}/)
  })

  it('says in a summary which rows have a fault, and saves nothing', async () => {
    const sent = answers('post', RECORDS, aPaperSheet())
    const user = open(PAPER)
    await user.click(await screen.findByRole('button', { name: 'Save all' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Choose what the paper says of at least one person')

    await mark(user, 'Margaret Ellison', 'Came')
    await user.type(screen.getByLabelText('Arrived (optional) Margaret Ellison'), 'early')
    await user.type(screen.getByLabelText('Arrived (optional) Tom Akande'), '10.20')
    await user.type(screen.getByRole('combobox', { name: 'Person 1' }), 'Jo')
    await user.type(screen.getByLabelText('How many more came without giving a name?'), 'ten')
    await user.click(screen.getByRole('button', { name: 'Save all' }))

    const summary = within(screen.getByRole('alert'))
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Enter the time at which Margaret Ellison arrived, such as 9:40am, or leave it empty',
      'Choose whether Tom Akande came, or remove the time',
      'Choose a person from the list, or its last line to write down the name only',
      'Enter the number of people, from 0 to 999',
    ])
    expect(sent).toEqual([])
  })

  it('says which rows the service rejects', async () => {
    refuses('post', RECORDS, 409, 'paper-rows-rejected', {
      rows: [{ kind: 'booking', row: 0, reason: 'not-started' }],
    })
    const user = open(PAPER)
    await mark(user, 'Tom Akande', 'Did not come')

    await user.click(screen.getByRole('button', { name: 'Save all' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Tom Akande is booked for later')
    expect(screen.getByRole('radio', { name: 'Did not come', checked: true })).toBeVisible()
  })

  it('says what a colleague has recorded, and keeps the other rows', async () => {
    refuses('post', RECORDS, 412, 'stale-version')
    const user = open(PAPER)
    await mark(user, 'Margaret Ellison', 'Came')
    await mark(user, 'Tom Akande', 'Came')
    const now = aPaperSheet()
    answers('get', SHEET, {
      ...now,
      rows: now.rows.map((row, at) => (at === 1 ? { ...row, status: 'did-not-attend', version: 5 } : row)),
    } as never)

    await user.click(screen.getByRole('button', { name: 'Save all' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Tom Akande: a colleague has recorded ‘Did not attend’. You had chosen ‘Came’',
    )
    expect(screen.queryByRole('group', { name: 'Tom Akande' })).toBeNull()
    const sent = answers('post', RECORDS, aPaperSheet())
    await user.click(screen.getByRole('button', { name: 'Save all' }))
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ bookings: [{ bookingId: anId(31), outcome: 'came' }] }))
  })

  it('shows who is recorded already, with the place to correct it', async () => {
    open(PAPER)
    await pageWith('Record from paper')

    expect(screen.queryByRole('group', { name: 'Joan Mbeki' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Correct the record of Joan Mbeki' })).toHaveAttribute(
      'href',
      `${BOARD}/bookings/${anId(33)}/correct`,
    )
    expect(screen.getByText(/1 walk-in is recorded on this day already/)).toBeVisible()
  })

  it('has a row more for each walk-in that is asked for', async () => {
    const user = open(PAPER)
    await user.click(await screen.findByRole('button', { name: 'Add another person' }))

    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Person 3' })).toHaveFocus())
  })
})
