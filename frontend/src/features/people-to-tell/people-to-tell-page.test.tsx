import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aHub, aMorning, anId, aPersonToTell, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const LIST = `/api/hubs/${LIBRARY}/people-to-tell`
const ONE = `/api/people-to-tell/${anId(71)}`

function hubWith(...people: object[]) {
  answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
  return answers('get', LIST, { items: people } as never)
}

describe('people to tell', () => {
  beforeEach(() => vi.useFakeTimers({ now: MORNING, toFake: ['Date'] }))

  it('says what changed and how to reach each person', async () => {
    hubWith(
      aPersonToTell({
        email: 'margaret@made-up.example',
        attempts: { count: 2, lastAt: '2026-11-24T09:30:00Z', lastByName: 'Sam Oduya' },
      }),
      aPersonToTell({
        id: anId(73),
        personName: 'Peter Lowe',
        cause: 'session-cancelled',
        ...({ now: null } as object),
        reason: 'The heating is broken',
      }),
      aPersonToTell({
        id: anId(74),
        personName: 'Ivy Marsh',
        ...({ phone: null } as object),
        noContact: true,
        cause: 'hub-closed',
        now: { date: '2026-11-30', starts: '10:15' },
      }),
    )
    open(`/hubs/${LIBRARY}/people-to-tell`)

    await pageWith('People to tell')

    const margaret = within(screen.getByRole('region', { name: /Margaret Ellison/ }))
    expect(margaret.getByText(/They expect to come on Monday 30 November 2026 at 10:15am/)).toBeVisible()
    expect(margaret.getByText(/Their booking is now at 11:15am on the same day/)).toBeVisible()
    expect(margaret.getByRole('link', { name: '07700 900123' })).toHaveAttribute('href', 'tel:07700900123')
    expect(margaret.getByText(/2 attempts did not reach them/)).toBeVisible()
    expect(screen.getAllByText(/Reason: The heating is broken/)[0]).toBeVisible()
    expect(screen.getByText(/This person gave no telephone number/)).toBeVisible()
    await expectAccessible()
  })

  it('says that a booking is cancelled because its session changed', async () => {
    hubWith(aPersonToTell({ ...({ now: null } as object) }))
    open(`/hubs/${LIBRARY}/people-to-tell`)

    await pageWith('People to tell')

    const margaret = within(screen.getByRole('region', { name: /Margaret Ellison/ }))
    expect(margaret.getByText(/at 10:15am. Their booking is cancelled./)).toBeVisible()
  })

  it('prints a row with a box for each person, and numbers the pages', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    hubWith(aPersonToTell(), aPersonToTell({ id: anId(74), personName: 'Ivy Marsh', ...({ phone: null } as object) }))
    const user = open(`/hubs/${LIBRARY}/people-to-tell`)
    await pageWith('People to tell')

    await user.click(screen.getByRole('button', { name: 'Print this list' }))

    const rows = screen.getAllByRole('row', { hidden: true }).slice(1)
    expect(rows[0]).toHaveTextContent(/Margaret Ellison.*07700 900123.*They expect to come.*now at 11:15am/)
    expect(rows[1]).toHaveTextContent(/Ivy Marsh.*No telephone/)
    expect(document.documentElement.style.getPropertyValue('--page-words-0')).toBe('"Page "')
    expect(print).toHaveBeenCalledTimes(1)
  })

  it('records that a person was told by phone, and takes them off the list', async () => {
    hubWith(aPersonToTell())
    const user = open(`/hubs/${LIBRARY}/people-to-tell`)
    await pageWith('People to tell')
    const told = answers('post', `${ONE}/told`, aPersonToTell() as never)
    hubWith()

    await user.click(screen.getByRole('button', { name: 'Told by phone Margaret Ellison' }))

    expect(await screen.findByText('Margaret Ellison was told')).toBeVisible()
    await waitFor(() => expect(screen.getByText('Everyone whose booking has changed has been told.')).toBeVisible())
    expect(told[0]?.body).toEqual({ how: 'phone' })
  })

  it('records another way only once it is chosen', async () => {
    hubWith(aPersonToTell())
    const told = answers('post', `${ONE}/told`, aPersonToTell() as never)
    const user = open(`/hubs/${LIBRARY}/people-to-tell`)
    await pageWith('People to tell')
    await user.click(screen.getByText(/^Told another way/))

    await user.click(await screen.findByRole('button', { name: 'Record' }))
    expect(screen.getByText('Select how the person was told')).toBeVisible()
    expect(told).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'By letter' }))
    await user.click(screen.getByRole('button', { name: 'Record' }))

    expect(await screen.findByText('Margaret Ellison was told')).toBeVisible()
    expect(told[0]?.body).toEqual({ how: 'letter' })
  })

  it('says that a colleague was faster, and reads the list again', async () => {
    hubWith(aPersonToTell())
    const user = open(`/hubs/${LIBRARY}/people-to-tell`)
    await pageWith('People to tell')
    refuses('post', `${ONE}/told`, 409, 'nothing-to-tell')
    hubWith()

    await user.click(screen.getByRole('button', { name: 'Told by phone Margaret Ellison' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(/nothing left to tell this person/)
    await waitFor(() => expect(screen.getByText('Everyone whose booking has changed has been told.')).toBeVisible())
  })

  it('puts a person back who was recorded as told by mistake', async () => {
    hubWith(aPersonToTell({ told: { at: '2026-11-24T09:40:00Z', byName: 'Sam Oduya', how: 'phone' } }))
    const undone = answers('post', `${ONE}/undo`, aPersonToTell() as never)
    const user = open(`/hubs/${LIBRARY}/people-told`)
    await pageWith('People who were told')
    expect(screen.getByText(/Recorded on Tuesday 24 November 2026 at 9:40am by Sam Oduya/)).toBeVisible()
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Put back on the list Margaret Ellison' }))

    expect(await screen.findByText('Margaret Ellison is back on the list of people to tell')).toBeVisible()
    expect(undone).toHaveLength(1)
  })

  it('shows on the board who must be told', async () => {
    const day = aMorning()
    const booking = day.sessions.flatMap(({ slots }) => slots).flatMap(({ bookings }) => bookings)[0]
    answers('get', `/api/hubs/${LIBRARY}/days/2026-11-24`, day as never)
    answers('get', LIST, {
      items: [
        aPersonToTell({
          bookingId: booking?.id ?? '',
          was: { date: '2026-11-24', starts: '08:15' },
          now: { date: '2026-11-24', starts: '09:15' },
        }),
      ],
    } as never)
    open(`/hubs/${LIBRARY}/days/2026-11-24`)

    expect(await screen.findByText(/1 person must be told that their booking has changed/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'See people to tell' })).toHaveAttribute(
      'href',
      `/hubs/${LIBRARY}/people-to-tell`,
    )
    expect(screen.getByText('Was 8:15am, not told yet')).toBeVisible()
  })
})
