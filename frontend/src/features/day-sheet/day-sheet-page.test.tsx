import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WalkIn } from '../../api/types'
import { aCouncil, aDay, aHub, aMorning, anId, aSlot, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`

describe('the day sheet', () => {
  beforeEach(() => vi.useFakeTimers({ now: MORNING, toFake: ['Date'] }))

  it('has everybody and every free place, with room to tick and write', async () => {
    answers('get', `/api${BOARD}`, aMorning())
    open(`${BOARD}/sheet`)
    await pageWith('Market Street Library: Talking point')

    const table = within(screen.getByRole('table'))
    expect(table.getAllByRole('row')).toHaveLength(1 + 6 + 2)
    expect(table.getByRole('row', { name: /Margaret Ellison/ })).toHaveTextContent('9:30amMargaret EllisonStep-free')
    expect(screen.getByRole('table')).toHaveTextContent(
      'Tuesday 24 November 2026, 9:30am to 12:30pm, Room 2. OFFICIAL. Shred after use.',
    )
    expect(screen.getByText(/Printed by Priya Nair at 10:27am on Tuesday 24 November 2026/)).toBeVisible()
    await expectAccessible()
  })

  it('has the kind of a session that has one', async () => {
    const day = aMorning()
    if (day.sessions[0]) day.sessions[0].kind = 'First contact'
    answers('get', `/api${BOARD}`, day)
    open(`${BOARD}/sheet`)
    await pageWith('Market Street Library: Talking point')

    expect(screen.getByRole('columnheader', { name: 'Kind' })).toBeVisible()
    expect(screen.getByRole('row', { name: /Tom Akande/ })).toHaveTextContent('First contact')
  })

  it('has no row for a place that was never taken and is over', async () => {
    const over = aSlot('09:00', '09:30', { id: anId(43), places: 3 })
    const day = aMorning()
    day.sessions[0]?.slots.unshift(over)
    answers('get', `/api${BOARD}`, day)
    open(`${BOARD}/sheet`)
    await pageWith('Market Street Library: Talking point')

    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(1 + 6 + 2)
    expect(screen.getByRole('table')).not.toHaveTextContent('9am')
    expect(document.documentElement.style.getPropertyValue('--page-words-0')).toBe('"Page "')
    expect(document.documentElement.style.getPropertyValue('--page-words-1')).toBe('" of "')
  })

  it('has initials only to begin with where names are hidden on this device', async () => {
    localStorage.setItem('alongside.hide-names', 'on')
    answers('get', `/api${BOARD}`, aMorning())
    open(`${BOARD}/sheet`)
    await pageWith('Market Street Library: Talking point')

    expect(screen.getByRole('checkbox', { name: 'Initials only' })).toBeChecked()
    expect(document.body).not.toHaveTextContent('Margaret Ellison')
  })

  it('has what those who came without a booking came for', async () => {
    const walkIn = { id: anId(51), name: 'Dennis Wray', reason: 'advice', arrivedAt: '2026-11-24T10:19:00Z' }
    answers('get', `/api${BOARD}`, { ...aMorning(), walkIns: [{ ...walkIn, status: 'waiting' } as WalkIn] })
    open(`${BOARD}/sheet`)
    await pageWith('Market Street Library: Talking point')

    const booked = within(screen.getByRole('table', { name: /9:30am to 12:30pm/ }))
    const walkIns = within(screen.getByRole('table', { name: /^Walk-ins/ }))
    expect(booked.getByRole('columnheader', { name: 'Access needs' })).toBeVisible()
    expect(walkIns.getByRole('columnheader', { name: 'For' })).toBeVisible()
    expect(walkIns.queryByRole('columnheader', { name: 'Access needs' })).toBeNull()
    expect(walkIns.getByRole('row', { name: /Dennis Wray/ })).toHaveTextContent('Advice')
  })

  it('has initials only, if asked, and prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    answers('get', `/api${BOARD}`, aMorning())
    const user = open(`${BOARD}/sheet`)
    await pageWith('Market Street Library: Talking point')

    await user.click(screen.getByRole('checkbox', { name: 'Initials only' }))
    await user.click(screen.getByRole('button', { name: 'Print' }))

    expect(document.body).not.toHaveTextContent('Margaret Ellison')
    expect(screen.getByRole('row', { name: /M E/ })).toBeVisible()
    expect(screen.getByRole('row', { name: /G P J/ })).toBeVisible()
    expect(print).toHaveBeenCalledTimes(1)
  })

  it('has a slip for the person booked, which names no person', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    answers('get', `/api${BOARD}`, aMorning())
    answers('get', `/api/hubs/${LIBRARY}`, aHub())
    const user = open(`${BOARD}/bookings/${anId(31)}/slip`, {
      council: aCouncil({ contactHours: 'Monday to Friday, 9am to 5pm' }),
    })
    await pageWith('Slip for the person booked')

    const slip = screen.getByRole('article')
    expect(slip).toHaveTextContent('Tuesday 24 November 2026')
    expect(slip).toHaveTextContent('9:30am to 10:15am')
    expect(slip).toHaveTextContent('Market Street Library14 Market Street, Larkford, LK1 1AA')
    expect(slip).toHaveTextContent('To change or cancel, call: 01632 960123Monday to Friday, 9am to 5pm')
    expect(slip).not.toHaveTextContent('Margaret')
    await user.click(screen.getByRole('button', { name: 'Print' }))
    expect(print).toHaveBeenCalled()
    await expectAccessible()
  })

  it('has no slip for a booking that is not there', async () => {
    answers('get', `/api${BOARD}`, aMorning())
    answers('get', `/api/hubs/${LIBRARY}`, aHub())
    open(`${BOARD}/bookings/${anId(99)}/slip`)

    await pageWith('Page not found')
  })

  it('says that there is nothing to print', async () => {
    answers('get', `/api${BOARD}`, aDay())
    open(`${BOARD}/sheet`, { council: aCouncil({ labels: { ...aCouncil().labels, talkingPoint: 'NHS drop-in' } }) })

    expect(await screen.findByText(/Nothing is planned on Tuesday 24 November 2026/)).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Market Street Library: NHS drop-in')
  })
})
