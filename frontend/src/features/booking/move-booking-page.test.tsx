import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aCouncil, aFreeSlot, aMorning, anId, freeSlots, HUB_STAFF, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const GWEN = anId(33)

function aBooking(over: object = {}) {
  return {
    id: GWEN,
    slotId: anId(42),
    personName: 'Gwen Prŷs-Jones',
    hubName: 'Market Street Library',
    askedOn: '2026-11-16',
    date: '2026-11-24',
    starts: '10:15',
    ends: '11:00',
    ...over,
  }
}

describe('moving a booking', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api${BOARD}`, aMorning())
    answers('get', `/api/bookings/${GWEN}`, aBooking())
    answers('delete', '/api/holds/:id', null)
    answers('get', `/api/hubs/${LIBRARY}/free-slots`, { items: freeSlots() })
  })

  it('says that the day of a time was closed since the times were read', async () => {
    refuses('post', '/api/slots/:id/holds', 409, 'hub-closed', { alternatives: freeSlots().slice(0, 1) })
    open(`${BOARD}/bookings/${GWEN}/move`)

    expect(await screen.findByRole('link', { name: /11:45am is on a day that is closed/ })).toBeVisible()
  })

  it('says where it was, keeps the new place, and uses what it kept', async () => {
    const holds = answers('post', `/api/slots/${anId(44)}/holds`, { id: anId(91), slotId: anId(44) }, { status: 201 })
    const sent = answers('post', `/api/bookings/${GWEN}/move`, aBooking({ starts: '11:45', ends: '12:30' }))
    const user = open(`${BOARD}/bookings/${GWEN}/move`)

    expect(await screen.findByText('Original booking: 10:15am on Tuesday 24 November')).toBeVisible()
    expect(screen.queryByRole('radio', { name: /10:15am to 11am/ })).toBeNull()
    await waitFor(() => expect(holds).toHaveLength(1))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Move the booking' }))

    expect(await screen.findByText(/Gwen Prŷs-Jones is moved to 11:45am on Tuesday 24 November/)).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([{ slotId: anId(44), holdId: anId(91) }])
    expect(window.location.pathname).toBe(BOARD)
  })

  it('picks the same place again where it was kept for too long but is still free', async () => {
    answers('post', '/api/slots/:id/holds', { id: anId(91) }, { status: 201 })
    const slot = aFreeSlot('11:45', '12:30', { id: anId(44) })
    refuses('post', `/api/bookings/${GWEN}/move`, 410, 'hold-expired', { alternatives: [slot] })
    const user = open(`${BOARD}/bookings/${GWEN}/move`)

    await user.click(await screen.findByRole('button', { name: 'Move the booking' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('We kept 11:45am for ten minutes')
    expect(screen.getByRole('radio', { name: /11:45am to 12:30pm/ })).toBeChecked()
  })
})

describe('a place more', () => {
  beforeEach(() => vi.useFakeTimers({ now: MORNING, toFake: ['Date'] }))

  it('is made by a lead, who says why', async () => {
    const day = aMorning()
    const full = day.sessions[0]?.slots[2]
    answers('get', `/api${BOARD}`, day)
    const sent = answers('post', `/api/slots/${full?.id}/extra-places`, { places: 3 }, { status: 201 })
    const me = {
      id: anId(9),
      name: 'Priya Nair',
      roles: ['hub-staff', 'lead'],
      authorities: [...HUB_STAFF, 'slot:extend'],
    }
    const user = open(BOARD, { council: aCouncil({ me } as object) })
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('link', { name: 'Add a place at 11am' }))
    await user.click(await screen.findByRole('button', { name: 'Add a place' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter why one more is needed')
    await user.type(screen.getByRole('textbox', { name: 'Why is one more needed?' }), 'They are family')
    await user.click(screen.getByRole('button', { name: 'Add a place' }))

    expect(await screen.findByText('One place is added at 11am')).toBeVisible()
    expect(sent.map(({ body }) => body)).toEqual([{ reason: 'They are family' }])
  })

  it('is not offered to others', async () => {
    answers('get', `/api${BOARD}`, aMorning())
    open(BOARD)
    await pageWith('Tuesday 24 November')

    expect(screen.queryByRole('link', { name: /Add a place/ })).toBeNull()
  })
})
