import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aMorning, anId, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open } from '../../test/open'
import { answers, refuses } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const GWEN = anId(33)
const PATH = `${BOARD}/bookings/${GWEN}`

function aBookingOf() {
  return {
    id: GWEN,
    personName: 'Gwen Prŷs-Jones',
    askedOn: '2026-11-16',
    original: { date: '2026-11-23', starts: '10:15' },
  }
}

/** Gwen is in a conversation with Sam. */
function comes() {
  const day = aMorning()
  Object.assign(day.sessions[0]?.slots[1]?.bookings[0] ?? {}, { status: 'in-conversation', withName: 'Sam Rowe' })
  answers('get', `/api${BOARD}`, day)
  const times = { arrivedAt: '2026-11-24T10:10:00Z', startedAt: '2026-11-24T10:15:00Z', withName: 'Sam Rowe' }
  answers(
    'get',
    `/api/bookings/${GWEN}`,
    { ...aBookingOf(), status: 'in-conversation', ...times },
    { headers: { ETag: '"7"' } },
  )
}

const aCorrection = () => ({
  id: anId(71),
  from: { status: 'arrived', arrivedAt: '2026-11-24T10:11:00Z' },
  to: { status: 'expected' },
  reason: 'Another Gwen came',
  correctedAt: '2026-11-24T10:12:00Z',
  correctedByName: 'Sam Rowe',
})

describe('a booking beside the board', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api${BOARD}`, aMorning())
    answers('get', `/api/bookings/${GWEN}`, aBookingOf())
    answers('get', `/api/bookings/${GWEN}/corrections`, { items: [] })
  })

  it('says what it is about, and where it was before', async () => {
    open(PATH)

    const panel = within(await screen.findByRole('complementary', { name: 'Change a booking' }))

    expect(await panel.findByText('10:15am on Monday 23 November')).toBeVisible()
    expect(panel.getByText('Monday 16 November 2026')).toBeVisible()
    expect(panel.getByRole('link', { name: 'Cancel the booking' })).toBeVisible()
    expect(document.title).toMatch(/^Change the booking of Gwen Prŷs-Jones/)
    expect(screen.getByRole('heading', { level: 2, name: 'Change a booking' })).toHaveFocus()
    await expectAccessible()
  })

  it.each([
    ['', 'Change a booking', /^Change the booking of G P J/],
    ['/cancel', 'Cancel the booking', /G P J/],
    ['/move', 'Move a booking', /G P J/],
  ])('hides the name where names are hidden: %s', async (more, heading, title) => {
    localStorage.setItem('alongside.hide-names', 'on')
    answers('get', `/api/hubs/${LIBRARY}/free-slots`, { items: [] })
    open(`${PATH}${more}`)

    const panel = within(await screen.findByRole('complementary', { name: heading }))

    expect(await panel.findByText('G P J')).toBeVisible()
    expect(panel.queryByText(/Gwen|Jones/)).toBeNull()
    expect(document.title).toMatch(title)
    expect(document.title).not.toMatch(/Gwen/)
  })

  it('is cancelled for the side that asked, and the board says so', async () => {
    const sent = answers('post', `/api/bookings/${GWEN}/cancel`, { id: GWEN, status: 'cancelled' })
    const user = open(`${PATH}/cancel`)

    await user.click(await screen.findByRole('button', { name: 'Cancel the booking' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Select who asked to cancel')
    await expectAccessible()
    await user.click(screen.getByRole('radio', { name: 'They did' }))
    await user.click(screen.getByRole('button', { name: 'Cancel the booking' }))

    expect(await screen.findByText(/The booking of Gwen Prŷs-Jones is cancelled/)).toBeVisible()
    expect(screen.getByRole('button', { name: /^Undo/ })).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([{ askedBy: 'person' }])
    expect(window.location.pathname).toBe(BOARD)
  })

  it('is missed without a reason, or with one', async () => {
    const sent = answers('post', `/api/bookings/${GWEN}/did-not-attend`, { id: GWEN })
    const user = open(`${PATH}/did-not-attend`)

    await user.click(await screen.findByRole('radio', { name: 'They were ill' }))
    await user.click(screen.getByRole('radio', { name: 'Ring them' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText(/Gwen Prŷs-Jones is marked as did not attend. Ring them/)).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([{ reason: 'ill', next: 'ring-them' }])
  })

  it('says that it is too early to have missed it', async () => {
    refuses('post', `/api/bookings/${GWEN}/did-not-attend`, 409, 'not-started')
    const user = open(`${PATH}/did-not-attend`)

    await user.click(await screen.findByRole('button', { name: 'Save' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('You can say this from 10:15am on')
  })

  it('of a person who has come is corrected', async () => {
    comes()
    const user = open(PATH)

    expect(await screen.findByRole('link', { name: 'Correct the record' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Cancel the booking' })).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Correct the record' }))

    expect(await screen.findByRole('heading', { name: 'Correct the record' })).toHaveFocus()
    await expectAccessible()
  })

  it('is corrected with a reason, by the version that was read', async () => {
    comes()
    answers('get', `/api/bookings/${GWEN}/corrections`, { items: [aCorrection()] })
    const sent = answers('post', `/api/bookings/${GWEN}/corrections`, { id: GWEN }, { status: 201 })
    const user = open(`${PATH}/correct`)

    await user.click(await screen.findByRole('button', { name: 'Save the correction' }))
    expect(await screen.findByRole('link', { name: 'Select what is right' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Enter why it is corrected' })).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Finished' }))
    expect(screen.getByLabelText('When did they arrive?')).toHaveValue('10:10am')
    await user.type(screen.getByLabelText('When did the conversation finish?'), 'late')
    await user.type(screen.getByLabelText('Why is it corrected?'), 'Another Gwen came')
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    expect(await screen.findByRole('link', { name: 'Enter when the conversation finished, like 11am' })).toBeVisible()
    await user.clear(screen.getByLabelText('When did the conversation finish?'))
    await user.type(screen.getByLabelText('When did the conversation finish?'), '10.25')
    expect(
      screen.getByText(/Sam Rowe corrected this on .* Before: Arrived and arrived 10:11am. After: Expected./),
    ).toBeVisible()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))

    expect(await screen.findByText(/is corrected. It named Sam Rowe: let them know/)).toBeVisible()
    expect(sent[0]?.headers.get('If-Match')).toBe('"7"')
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy()
    expect(sent[0]?.body).toEqual({
      status: 'finished',
      arrived: '10:10',
      started: '10:15',
      finished: '10:25',
      reason: 'Another Gwen came',
    })
  })

  it('is corrected to cancelled, with who asked for that', async () => {
    comes()
    const sent = answers('post', `/api/bookings/${GWEN}/corrections`, { id: GWEN }, { status: 201 })
    const user = open(`${PATH}/correct`)

    await user.click(await screen.findByRole('radio', { name: 'Cancelled' }))
    await user.type(screen.getByLabelText('Why is it corrected?'), 'Another Gwen came')
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    expect(await screen.findByRole('link', { name: 'Select who asked to cancel' })).toHaveAttribute('href', '#askedBy')
    await user.click(screen.getByRole('radio', { name: 'They did' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))

    expect(await screen.findByText(/is corrected/)).toBeVisible()
    expect(sent[0]?.body).toEqual({ status: 'cancelled', askedBy: 'person', reason: 'Another Gwen came' })
  })

  it('shows what another member made of it, and then corrects that', async () => {
    comes()
    refuses('post', `/api/bookings/${GWEN}/corrections`, 412, 'stale-version')
    const user = open(`${PATH}/correct`)
    await user.click(await screen.findByRole('radio', { name: 'Expected' }))
    await user.type(screen.getByLabelText('Why is it corrected?'), 'Another Gwen came')
    answers('get', `/api/bookings/${GWEN}`, { ...aBookingOf(), status: 'finished' }, { headers: { ETag: '"8"' } })

    await user.click(screen.getByRole('button', { name: 'Save the correction' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('It now says: Finished')
    const sent = answers('post', `/api/bookings/${GWEN}/corrections`, { id: GWEN }, { status: 201 })
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    await vi.waitFor(() => expect(sent[0]?.headers.get('If-Match')).toBe('"8"'))
  })

  it('says that the place of a cancelled booking has gone', async () => {
    comes()
    refuses('post', `/api/bookings/${GWEN}/corrections`, 409, 'slot-full')
    const user = open(`${PATH}/correct`)
    await user.click(await screen.findByRole('radio', { name: 'Expected' }))
    await user.type(screen.getByLabelText('Why is it corrected?'), 'Another Gwen came')
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('The place has gone to someone else')
  })

  it('may be gone', async () => {
    open(`${BOARD}/bookings/${anId(999)}`)

    expect(await screen.findByText('This booking is not there any more.')).toBeVisible()
  })
})
