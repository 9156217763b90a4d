import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { lastHub } from '../../page/device-preferences'
import {
  aDay,
  aFreeSlot,
  aHub,
  anId,
  aPerson,
  booked,
  found,
  freeSlots,
  LARKSHIRE,
  LIBRARY,
  MARGARET,
} from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, server } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const PERSON = `/people/${MARGARET}/book`
const HALL = anId(12)
const hall = aHub({ id: HALL, name: 'Village Hall' })
const atTheHall = aFreeSlot('14:00', '14:45', { id: anId(48) })
const [first = atTheHall] = freeSlots()

type User = ReturnType<typeof open>

async function somewhereElse(user: User) {
  await user.click(await screen.findByRole('button', { name: 'Book somewhere else' }))
  await user.type(await screen.findByRole('combobox', { name: 'Where?' }), 'vill')
  await screen.findByRole('option', { name: /Village Hall/ })
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  await user.keyboard('{Enter}')
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:05:00Z'), toFake: ['Date'] })
  // No one else is booked, so that no made-up id is Margaret's.
  answers('get', `/api${BOARD}`, aDay())
  answers('get', '/api/hubs', { items: [hall], total: 1 } as never)
  answers('get', `/api/hubs/${LIBRARY}/free-slots`, { items: freeSlots() })
  answers('get', `/api/hubs/${HALL}/free-slots`, { items: [atTheHall] })
  answers('post', '/api/slots/:slotId/holds', { id: anId(71) }, { status: 201 })
  answers('delete', '/api/holds/:id', null)
  answers('post', '/api/people/search', { items: [found()] })
  answers('get', `/api/people/${MARGARET}`, aPerson() as never, { headers: { ETag: '"3"' } })
})

describe('booking into another hub', () => {
  it('shows its free places, and the message names the hub, the day and the time', async () => {
    const sent = answers(
      'post',
      `/api/slots/${atTheHall.id}/bookings`,
      booked(atTheHall, { hubId: HALL, hubName: 'Village Hall' }),
      { status: 201 },
    )
    const user = open(`${BOARD}/book`)
    await user.type(await screen.findByRole('combobox', { name: 'Who is it for?' }), 'mar')
    await screen.findByRole('option', { name: /Margaret Ellison/ })
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('radio', { name: /10:15am to 11am/ })).toBeChecked()

    await somewhereElse(user)

    expect(await screen.findByText('Village Hall', { selector: '.chosen__name' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Book somewhere else' })).toHaveFocus()
    expect(await screen.findByRole('radio', { name: /2pm to 2:45pm/ })).toBeChecked()
    expect(screen.queryByRole('radio', { name: /10:15am/ })).toBeNull()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Book' }))
    await screen.findByRole('heading', { name: 'Booked' })
    expect(sent).toHaveLength(1)
    expect(screen.getByText(/Tuesday 24 November 2026/)).toHaveTextContent('2pm to 2:45pmVillage Hall')
    expect(screen.getByRole('link', { name: 'Print slip' })).toHaveAttribute(
      'href',
      expect.stringContaining(`/hubs/${HALL}/days/2026-11-24/bookings/`),
    )
  })

  it('releases the place at the hub before', async () => {
    const given = answers('delete', '/api/holds/:id', null)
    const user = open(`${BOARD}/book`)
    await user.type(await screen.findByRole('combobox', { name: 'Who is it for?' }), 'mar')
    await screen.findByRole('option', { name: /Margaret Ellison/ })
    const held = answers('post', '/api/slots/:slotId/holds', { id: anId(71), slotId: first.id }, { status: 201 })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(held).toHaveLength(1))

    await somewhereElse(user)

    await waitFor(() => expect(given).toHaveLength(1))
    await waitFor(() => expect(held).toHaveLength(2))
    expect(held[1]?.url.pathname).toContain(atTheHall.id)
  })
})

describe('booking on a day without a session', () => {
  it('says that no place is free, and offers the next places without picking one', async () => {
    answers('get', `/api${BOARD}`, aDay())
    answers('get', `/api/hubs/${LIBRARY}/free-slots`, { items: freeSlots().slice(2) })
    open(`${BOARD}/book`)

    const times = await screen.findByRole('group', { name: 'No place is free on 24 November.' })

    expect(within(times).getAllByRole('radio')).toHaveLength(3)
    expect(within(times).queryByRole('radio', { checked: true })).toBeNull()
    expect(within(times).getByRole('radio', { name: /^Thursday 26 November 2026, 9:30am/ })).toBeVisible()
  })

  it('goes on to later days', async () => {
    const later = aFreeSlot('10:00', '10:45', { id: anId(49), date: '2026-12-24' })
    const user = open(`${BOARD}/book`)
    await user.click(await screen.findByRole('button', { name: 'Another day' }))
    const sent = answers('get', `/api/hubs/${LIBRARY}/free-slots`, { items: [later] })

    await user.click(screen.getByRole('button', { name: 'Later days' }))
    await user.click(await screen.findByRole('button', { name: 'Thursday 24 December 2026' }))

    expect(screen.getByRole('radio', { name: /10am to 10:45am/ })).toBeChecked()
    expect(sent[0]?.url.searchParams.get('from')).toBe('2026-12-22')
  })

  it('lists every free place, also those after the first page', async () => {
    const last = aFreeSlot('16:00', '16:45', { id: anId(50) })
    server.use(
      http.get(`/api/hubs/${LIBRARY}/free-slots`, ({ request }) => {
        const after = new URL(request.url).searchParams.get('after')
        return HttpResponse.json(after === anId(43) ? { items: [last] } : { items: freeSlots(), next: anId(43) })
      }),
    )
    open(`${BOARD}/book`)

    expect(await screen.findByRole('radio', { name: /4pm to 4:45pm/ })).toBeVisible()
  })
})

describe('booking a person from their page', () => {
  it('is for this person, at the hub that is usual on this device', async () => {
    localStorage.setItem(`alongside.hub.${LARKSHIRE}`, LIBRARY)
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
    const sent = answers('post', `/api/slots/${first.id}/bookings`, booked(first, { hubId: LIBRARY }), { status: 201 })
    const user = open(PERSON)
    await pageWith('Book Margaret Ellison')
    expect(lastHub.get()).toBe(LIBRARY)
    expect(screen.queryByRole('button', { name: 'Choose someone else' })).toBeNull()
    expect(await screen.findByRole('radio', { name: /10:15am to 11am/ })).toBeChecked()
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Book' }))

    await screen.findByRole('heading', { name: 'Booked' })
    expect(sent[0]?.body).toMatchObject({ personId: MARGARET })
    expect(screen.getByRole('link', { name: 'See that day' })).toHaveAttribute(
      'href',
      expect.stringMatching(new RegExp(`^${BOARD}#booking-`)),
    )
  })

  it('asks where, if no hub is usual', async () => {
    answers('get', '/api/hubs', { items: [aHub(), hall], total: 2 } as never)
    const user = open(PERSON)
    await pageWith('Book Margaret Ellison')
    expect(await screen.findAllByRole('option')).toHaveLength(2)
    await user.keyboard('{Escape}{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('link', { name: 'Select where' })).toBeVisible()
    await expectAccessible()

    await user.click(screen.getByRole('combobox', { name: 'Where?' }))
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')

    expect(await screen.findByText('Village Hall', { selector: '.chosen__name' })).toBeVisible()
    expect(await screen.findByRole('radio', { name: /2pm to 2:45pm/ })).toBeChecked()
  })
})
