import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aHub, aLead, anId, aPlace, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

describe('hubs by hand', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never, { headers: { ETag: '"3"' } })
    answers('get', `/api/hubs/${LIBRARY}/sessions`, { items: [] })
  })

  it('are added with hours as people write them', async () => {
    const sent = answers('post', '/api/hubs', aHub() as never, { status: 201 })
    const user = open('/hubs/new', { council: aLead() })
    await pageWith('Add a new one')
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Save and add' }))
    expect(await screen.findByRole('link', { name: 'Enter the name' })).toHaveAttribute('href', '#name')

    await user.type(screen.getByLabelText('Name'), 'Market Street Library')
    await user.type(screen.getByLabelText('Address (optional)'), '14 Market Street{Enter}Larkford')
    await user.type(screen.getByLabelText('Postcode'), 'lk1 1aa')
    await user.type(screen.getByLabelText('Tuesday'), '9:30am to 1pm, 2pm to 5pm')
    await user.click(screen.getByLabelText('Step-free'))
    await user.click(screen.getByRole('button', { name: 'Save and add' }))

    await pageWith('Market Street Library')
    expect(sent[0]?.body).toMatchObject({
      name: 'Market Street Library',
      address: ['14 Market Street', 'Larkford'],
      accessFeatures: ['step-free'],
      openingHours: [
        { day: 'tuesday', opens: '09:30', closes: '13:00' },
        { day: 'tuesday', opens: '14:00', closes: '17:00' },
      ],
    })
  })

  it('are not saved over the change of another member of staff without a warning', async () => {
    refuses('put', `/api/hubs/${LIBRARY}`, 412, 'stale-version')
    const user = open(`/hubs/${LIBRARY}/edit`, { council: aLead() })
    await pageWith('Change Market Street Library')
    await expectAccessible()

    await user.clear(screen.getByLabelText('Postcode'))
    await user.type(screen.getByLabelText('Postcode'), 'LK1 1AB')
    const openingHours = [...aHub().openingHours.slice(0, 2), { day: 'saturday', opens: '10:00', closes: '16:00' }]
    const now = { openingHours, dropIn: false, accessFeatures: ['step-free'], uprn: '906700000123' }
    answers('get', `/api/hubs/${LIBRARY}`, aHub(now as never) as never, { headers: { ETag: '"4"' } })
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Someone else changed these details')
    const rows = within(screen.getByRole('table', { name: 'What is different' })).getAllByRole('row')
    expect(
      rows.slice(1).map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['LK1 1AA', 'LK1 1AB'],
      ['Step-free', 'Step-free, Hearing loop'],
      ['10am to 4pm', '10am to midday'],
      ['No', 'Yes'],
      ['906700000123', 'Not provided'],
    ])
    expect(screen.getByRole('rowheader', { name: 'Opening hours, Saturday' })).toBeVisible()
    await expectAccessible()
    const sent = answers('put', `/api/hubs/${LIBRARY}`, aHub() as never)
    await user.click(screen.getByRole('button', { name: 'Save changes' }))
    await pageWith('Market Street Library')
    expect(sent[0]?.headers.get('If-Match')).toBe('"4"')
  })

  it('get rooms', async () => {
    const sent = answers('post', `/api/hubs/${LIBRARY}/rooms`, aHub() as never, { status: 201 })
    const user = open(`/hubs/${LIBRARY}/rooms`, { council: aLead() })
    await pageWith('Rooms')
    await expectAccessible()

    await user.type(screen.getByLabelText('Name of the room'), 'Room 3')
    await user.click(screen.getByRole('button', { name: 'Add this room' }))

    await waitFor(() => expect(sent[0]?.body).toEqual({ name: 'Room 3' }))
    expect(await screen.findByText('Room 3 is added')).toBeVisible()
  })

  it('are closed only after what it touches was shown', async () => {
    const session = {
      id: anId(91),
      date: '2026-12-01',
      starts: '09:30',
      ends: '12:30',
      kind: 'First contact',
      booked: 3,
    }
    const booking = {
      bookingId: anId(61),
      date: '2026-12-01',
      starts: '09:30',
      outcome: 'kept',
      offers: [aPlace(92, '2026-12-08', '09:30'), aPlace(92, '2026-12-08', '10:15')],
    }
    const bookings = [booking, { ...booking, bookingId: anId(62) }, { ...booking, bookingId: anId(63), offers: [] }]
    answers('post', `/api/hubs/${LIBRARY}/closures/preview`, { affectedSessions: [session], bookings } as never)
    const sent = answers('post', `/api/hubs/${LIBRARY}/closures`, { id: anId(17) } as never, { status: 201 })
    const user = open(`/hubs/${LIBRARY}/closures`, { council: aLead() })
    await pageWith('Closures')
    await expectAccessible()

    for (const name of ['First day closed', 'Last day closed']) {
      const date = within(screen.getByRole('group', { name }))
      await user.type(date.getByLabelText('Day'), '1')
      await user.type(date.getByLabelText('Month'), '12')
      await user.type(date.getByLabelText('Year'), '2026')
    }
    await user.type(screen.getByLabelText('Why?'), 'New floor')
    expect(screen.queryByRole('button', { name: 'Close on these days' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'See which sessions this affects' }))
    expect(await screen.findByText(/First contact, 3 people booked/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Tuesday 1 December 2026, 9:30am to 12:30pm' })).toHaveAttribute(
      'href',
      `/sessions/${anId(91)}`,
    )
    expect(screen.getByRole('heading', { name: /1 session is planned on these days/ })).toHaveFocus()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Close on these days' }))
    expect(await screen.findByRole('link', { name: 'Select what happens to each booking' })).toBeVisible()
    expect(sent).toHaveLength(0)
    await user.click(screen.getByLabelText('Move each to the nearest free place'))
    const each = screen.getAllByLabelText('What happens to the booking at 9:30am on Tuesday 1 December')
    await user.selectOptions(each[1] as HTMLElement, 'Cancel it')
    await user.click(screen.getByRole('button', { name: 'Close on these days' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({
      bookings: {
        moves: [{ bookingId: anId(61), sessionId: anId(92), startsAt: '2026-12-08T09:30:00Z' }],
        cancellations: [anId(62)],
      },
    })
    expect(await screen.findByText('Closed: Tuesday 1 December 2026')).toBeVisible()
  })

  it('say either what was done or what is wrong, each time', async () => {
    const two = [1, 2].map((n) => ({ id: anId(15 + n), from: '2026-12-24', to: '2026-12-31', reason: `Floor ${n}` }))
    answers('get', `/api/hubs/${LIBRARY}`, aHub({ closures: two }) as never)
    refuses('delete', `/api/hubs/${LIBRARY}/closures/:id`, 503, 'unavailable')
    const user = open(`/hubs/${LIBRARY}/closures`, { council: aLead() })
    await pageWith('Closures')

    await user.click(screen.getByRole('button', { name: 'Take back the closure: Floor 1' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Alongside is not available')
    answers('delete', `/api/hubs/${LIBRARY}/closures/:id`, null)
    await user.click(screen.getByRole('button', { name: 'Take back the closure: Floor 1' }))
    const first = await screen.findByText('The closure is taken back')
    expect(screen.getAllByRole('alert')).toHaveLength(1)

    await user.click(screen.getByRole('button', { name: 'Take back the closure: Floor 2' }))
    await waitFor(() => expect(first).not.toBeInTheDocument())
    expect(screen.getByRole('alert')).toHaveFocus()

    refuses('delete', `/api/hubs/${LIBRARY}/closures/:id`, 503, 'unavailable')
    await user.click(screen.getByRole('button', { name: 'Take back the closure: Floor 2' }))
    await screen.findByText(/Alongside is not available/)
    expect(screen.getAllByRole('alert')).toHaveLength(1)
  })
})
