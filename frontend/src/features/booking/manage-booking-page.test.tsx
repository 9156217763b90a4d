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

describe('a booking beside the board', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api${BOARD}`, aMorning())
    answers('get', `/api/bookings/${GWEN}`, aBookingOf())
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

  it('may be gone', async () => {
    open(`${BOARD}/bookings/${anId(999)}`)

    expect(await screen.findByText('This booking is not there any more.')).toBeVisible()
  })
})
