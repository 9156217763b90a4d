import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from '../../api/browser'
import {
  aFreeSlot,
  aLead,
  aMorning,
  anId,
  aPerson,
  aSession,
  booked,
  found,
  freeSlots,
  LIBRARY,
  MARGARET,
  MORNING,
} from '../../test/builders'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses, server, unreachable } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const PATH = `${BOARD}/book`
const FREE = `/api/hubs/${LIBRARY}/free-slots`
const FIRST = anId(42)
const BOOK = `/api/slots/${FIRST}/bookings`
const [first = aFreeSlot('10:15', '11:00'), second = aFreeSlot('11:45', '12:30'), third] = freeSlots()

/** Before the first free place of the day begins. */
const EARLY = new Date('2026-11-24T10:05:00Z')

const who = () => screen.findByRole('combobox', { name: 'Who is it for?' })

async function pickMargaret(user: ReturnType<typeof open>) {
  await user.type(await who(), 'mar')
  await screen.findByRole('option', { name: /Margaret Ellison/ })
  await user.keyboard('{Enter}')
  await screen.findByText('Choose someone else')
}

describe('booking someone', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: EARLY, toFake: ['Date'] })
    answers('get', `/api${BOARD}`, aMorning())
    answers('get', FREE, { items: freeSlots() })
    answers('post', '/api/slots/:slotId/holds', { id: anId(71) }, { status: 201 })
    answers('delete', '/api/holds/:id', null)
    answers('post', '/api/people/search', { items: [found(), found({ id: anId(22), name: 'Margaret Elliott' })] })
  })

  it('asks for the person first, with the next free place picked', async () => {
    open(PATH)

    const box = await who()
    await waitFor(() => expect(box).toHaveFocus())
    expect(document.title).toBe('Book someone, Market Street Library – Alongside – Larkshire Council')
    expect(await screen.findByRole('radio', { name: /10:15am to 11am/ })).toBeChecked()
    expect(screen.getByRole('group', { name: 'Tuesday 24 November 2026' })).toBeVisible()
    await expectAccessible()
  })

  it('shows who is meant: born, street, phone ending, last seen', async () => {
    const user = open(PATH)

    await user.type(await who(), 'mar')

    expect(await screen.findByRole('option', { name: /Margaret Ellison/ })).toHaveTextContent(
      'Margaret Ellisonborn 1948 · Mill Lane · phone ending 982 · last seen 3 November 2026',
    )
    expect(screen.getAllByRole('option').at(-1)).toHaveTextContent('Add ‘mar’ as a new person')
    await expectAccessible()
  })

  it('books the one match by Arrow Down and Enter, and adds no new person', async () => {
    answers('post', '/api/people/search', { items: [found()] })
    const user = open(PATH)

    await user.type(await who(), 'mar')
    await screen.findByRole('option', { name: /Margaret Ellison/ })
    await user.keyboard('{ArrowDown}{Enter}')

    expect(await screen.findByText('Margaret Ellison', { selector: '.chosen__name' })).toBeVisible()
    expect(screen.queryByLabelText('First name')).toBeNull()
  })

  it('reaches adding a new person by Arrow Up from the first match', async () => {
    const user = open(PATH)

    await user.type(await who(), 'mar')
    await screen.findByRole('option', { name: /Margaret Ellison/ })
    await user.keyboard('{ArrowUp}{Enter}')

    expect(await screen.findByLabelText('First name')).toHaveValue('Mar')
  })

  it('says that it could not search, and offers no adding of a person who may have a record', async () => {
    refuses('post', '/api/people/search', 503, 'unavailable')
    const user = open(PATH)

    await user.type(await who(), 'mar')

    expect(await screen.findByText(/We could not search/)).toBeVisible()
    expect(screen.queryByRole('option')).toBeNull()
    await expectAccessible()
    answers('post', '/api/people/search', { items: [found()] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByText(/We could not search/)).toBeNull())
    await user.click(await who())
    await user.keyboard('{ArrowDown}{Enter}')
    expect(await screen.findByText('Margaret Ellison', { selector: '.chosen__name' })).toBeVisible()
  })

  it('closes the list with Escape, and with another the panel', async () => {
    const user = open(PATH)
    await user.type(await who(), 'mar')
    await screen.findByRole('option', { name: /Margaret Ellison/ })

    await user.keyboard('{Escape}')
    expect(screen.queryByRole('option')).toBeNull()
    expect(await who()).toHaveFocus()
    await user.keyboard('{Escape}')

    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
    expect(window.location.pathname).toBe(BOARD)
  })

  it('books another with the letter of the board', async () => {
    answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)
    await pickMargaret(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Booked' })

    await user.keyboard('b')

    await waitFor(async () => expect(await who()).toHaveFocus())
    expect(await who()).toHaveValue('')
  })

  it('does not search by one letter', async () => {
    const sent = answers('post', '/api/people/search', { items: [] })
    const user = open(PATH)

    await user.type(await who(), 'm')
    await new Promise((resolve) => setTimeout(resolve, 300))

    expect(sent).toHaveLength(0)
    expect(screen.queryByRole('option')).toBeNull()
  })

  it('picks whom quick fingers meant once the list belongs to all that was typed', async () => {
    const user = open(PATH)

    await user.type(await who(), 'ma')
    await screen.findByRole('option', { name: /Margaret Ellison/ })
    await user.keyboard('r{Enter}')

    expect(await screen.findByText('Choose someone else')).toBeVisible()
    expect(screen.getByText('Margaret Ellison', { selector: '.chosen__name' })).toBeVisible()
  })

  it('adds no new person by fast typing where one is known by that name', async () => {
    const user = open(PATH)

    await user.type(await who(), 'Margaret Ellison{Enter}')

    expect(await screen.findByRole('option', { name: /Margaret Ellison/ })).toBeVisible()
    expect(screen.queryByLabelText('First name')).toBeNull()
  })

  it('books a known person by keyboard alone', async () => {
    const sent = answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)

    await pickMargaret(user)
    await user.keyboard('{Control>}{Enter}{/Control}')

    const done = await screen.findByRole('heading', { name: 'Booked' })
    await waitFor(() => expect(done).toHaveFocus())
    expect(screen.getByText(/Tuesday 24 November 2026/)).toHaveTextContent('10:15am to 11am')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ personId: MARGARET })
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
    await expectAccessible()
  })

  it('books at the place that was pressed on the board', async () => {
    const sent = answers('post', `/api/slots/${anId(44)}/bookings`, booked(second), { status: 201 })
    const user = open(BOARD)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('link', { name: 'Book at 11:45am' }))
    expect(await screen.findByRole('radio', { name: /11:45am to 12:30pm/ })).toBeChecked()
    await pickMargaret(user)
    await user.click(screen.getByRole('button', { name: 'Book' }))

    await screen.findByRole('heading', { name: 'Booked' })
    expect(sent).toHaveLength(1)
  })

  it('waits for the places where the fingers are quicker', async () => {
    const { promise: whenAsked, resolve: answer } = Promise.withResolvers<undefined>()
    server.use(
      http.get(FREE, async () => {
        await whenAsked
        return HttpResponse.json({ items: freeSlots() })
      }),
    )
    const sent = answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)

    await pickMargaret(user)
    expect(screen.queryByRole('radio')).toBeNull()
    screen.getByText('Choose someone else').focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    answer(undefined)

    await screen.findByRole('heading', { name: 'Booked' })
    expect(sent).toHaveLength(1)
  })

  it('keeps no other place where the booking was quicker than the hold', async () => {
    let free = freeSlots()
    const held: unknown[] = []
    server.use(
      http.get(FREE, () => HttpResponse.json({ items: free })),
      http.post(BOOK, () => {
        free = free.slice(1)
        return HttpResponse.json(booked(first), { status: 201 })
      }),
      // The free places are read again before the board is.
      http.get(`/api${BOARD}`, async () => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        return HttpResponse.json(aMorning())
      }),
      http.post('/api/slots/:slotId/holds', ({ params }) => {
        held.push(params.slotId)
        return HttpResponse.json({ id: anId(71) }, { status: 201 })
      }),
    )
    const user = open(PATH)

    await pickMargaret(user)
    await user.keyboard('{Control>}{Enter}{/Control}')

    expect(await screen.findByRole('heading', { name: 'Booked' })).toBeVisible()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(held.filter((slot) => slot !== first.id)).toEqual([])
  })

  it('keeps a new person who is being added when another place of the board is chosen, also for a reload', async () => {
    answers('post', '/api/people/search', { items: [] })
    const hold = { id: anId(71), slotId: second.id, expiresAt: '2026-11-24T10:15:20Z' }
    answers('get', `/api/holds/${anId(71)}`, hold)
    const held = answers('post', '/api/slots/:slotId/holds', hold, { status: 201 })
    const user = open(PATH)
    await user.type(await who(), 'zadie okoro')
    await user.click(await screen.findByRole('option', { name: /Add/ }))
    await user.type(await screen.findByLabelText('Phone number'), '07700 900123')

    await user.click(screen.getByRole('link', { name: /Book.*11:45am/ }))

    await waitFor(() => expect(screen.getByRole('radio', { name: /11:45am to 12:30pm/ })).toBeChecked())
    expect(screen.getByRole('radio', { name: /11:45am to 12:30pm/ })).toHaveFocus()
    expect(screen.getByLabelText('Phone number')).toHaveValue('07700 900123')
    await waitFor(() => expect(held.at(-1)?.url.pathname).toBe(`/api/slots/${second.id}/holds`))
    await screen.findByText('Kept for you until 10:15am')
    await reload()
    expect(await screen.findByLabelText('Phone number')).toHaveValue('07700 900123')
    expect(await screen.findByRole('radio', { name: /11:45am to 12:30pm/ })).toBeChecked()
  })

  it('begins the next booking when another place of the board is chosen after one', async () => {
    answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)
    await pickMargaret(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Booked' })

    await user.click(screen.getByRole('link', { name: /Book.*11:45am/ }))

    expect(await who()).toHaveValue('')
    expect(await screen.findByRole('radio', { name: /11:45am to 12:30pm/ })).toBeChecked()
    expect(screen.queryByRole('heading', { name: 'Booked' })).not.toBeInTheDocument()
  })

  it('brings back what was typed and the place after a reload, and keeps none of it in clear', async () => {
    const hold = { id: anId(71), slotId: FIRST, expiresAt: '2026-11-24T10:15:20Z' }
    answers('post', '/api/people/search', { items: [] })
    const held = answers('post', '/api/slots/:slotId/holds', hold, { status: 201 })
    answers('get', `/api/holds/${anId(71)}`, hold)
    const user = open(PATH)
    await user.type(await who(), 'zadie okoro')
    await user.click(await screen.findByRole('option', { name: /Add/ }))
    await user.type(await screen.findByLabelText('Phone number'), '07700 900123')
    await screen.findByText('Kept for you until 10:15am')
    const kept = () => JSON.stringify(sessionStorage)
    await waitFor(() => expect(kept()).toContain('alongside.draft'))
    expect(kept()).not.toMatch(/zadie|07700|{"search/i)
    const before = kept()
    await user.type(screen.getByLabelText('Last name (optional)'), '-Vane')
    await waitFor(() => expect(kept()).not.toBe(before))
    await reload()

    expect(await screen.findByLabelText('Last name (optional)')).toHaveValue('Okoro-Vane')
    expect(screen.getByLabelText('Phone number')).toHaveValue('07700 900123')
    expect(await screen.findByText('Kept for you until 10:15am')).toBeVisible()
    expect(held).toHaveLength(1)
  })

  it('brings nothing back once another session has begun, or the booking is made', async () => {
    answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)
    await user.type(await who(), 'marg')
    await waitFor(() => expect(sessionStorage.getItem('alongside.draft')).not.toBeNull())
    await reload({ session: { ...aSession(), csrf: { header: 'X-Page-Token', token: 'another' } } })
    expect(await who()).toHaveValue('')

    await pickMargaret(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Booked' })

    expect(sessionStorage.getItem('alongside.draft')).toBeNull()
  })

  it('offers another day', async () => {
    const user = open(PATH)
    await screen.findByRole('radio', { name: /10:15am/ })

    await user.click(screen.getByRole('button', { name: 'Another day' }))
    await user.click(screen.getByRole('button', { name: 'Thursday 26 November 2026' }))

    expect(await screen.findByRole('radio', { name: /9:30am to 10:15am/ })).toBeChecked()
    expect(screen.getByRole('group', { name: 'Thursday 26 November 2026' })).toBeVisible()
  })

  it('offers another day to the keyboard, which never loses its place', async () => {
    const user = open(PATH)
    await screen.findByRole('radio', { name: /10:15am/ })
    screen.getByRole('button', { name: 'Another day' }).focus()

    await user.keyboard('{Enter}')
    const today = screen.getByRole('button', { name: 'Tuesday 24 November 2026' })
    expect(today).toHaveFocus()
    expect(today).toHaveAttribute('aria-current', 'true')
    await expectAccessible()
    await user.tab()
    expect(screen.getByRole('radio', { name: /10:15am/ })).toBeChecked()
    await user.keyboard('{Enter}')

    const first = screen.getByRole('radio', { name: /9:30am to 10:15am/ })
    expect(first).toBeChecked()
    expect(first).toHaveFocus()
    expect(screen.queryByRole('group', { name: 'Which day?' })).toBeNull()
  })

  it('sends one request for a double press', async () => {
    let calls = 0
    server.use(
      http.post(BOOK, async () => {
        calls++
        await new Promise((resolve) => setTimeout(resolve, 100))
        return HttpResponse.json(booked(first), { status: 201 })
      }),
    )
    const user = open(PATH)
    await pickMargaret(user)

    const button = screen.getByRole('button', { name: 'Book' })
    await user.dblClick(button)
    await user.keyboard('{Control>}{Enter}{/Control}')

    await screen.findByRole('heading', { name: 'Booked' })
    expect(calls).toBe(1)
  })

  it('says what is taken, and picks the next', async () => {
    refuses('post', BOOK, 409, 'slot-full', { alternatives: [second, third] })
    const user = open(PATH)
    await pickMargaret(user)
    answers('get', FREE, { items: freeSlots().slice(1) })

    await user.click(screen.getByRole('button', { name: 'Book' }))

    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('10:15am has just been taken. The next is 11:45am, and it is picked for you now')
    await waitFor(() => expect(summary.parentElement).toHaveFocus())
    expect(document.title).toMatch(/^Error: Book someone/)
    expect(screen.getByRole('radio', { name: /11:45am/ })).toBeChecked()
    expect(screen.getByText('Margaret Ellison', { selector: 'strong' })).toBeVisible()
    await expectAccessible()
  })

  it('picks no place of another day where the last of this day is taken', async () => {
    refuses('post', BOOK, 409, 'slot-full', { alternatives: [third] })
    const user = open(PATH)
    await pickMargaret(user)
    answers('get', FREE, { items: freeSlots().slice(2) })

    await user.click(screen.getByRole('button', { name: 'Book' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('10:15am has just been taken. Select another time')
    expect(await screen.findByRole('group', { name: 'No places left on 24 November.' })).toBeVisible()
    expect(screen.queryByRole('radio', { checked: true })).toBeNull()
  })

  it('says that a day is full, and offers the nearest three places without picking one', async () => {
    const held = answers('post', '/api/slots/:slotId/holds', { id: anId(71) }, { status: 201 })
    const sent = answers('post', `/api/slots/${anId(45)}/bookings`, booked(first), { status: 201 })
    answers('get', FREE, { items: freeSlots().slice(2) })
    const user = open(PATH)

    expect(await screen.findByRole('group', { name: 'No places left on 24 November.' })).toBeVisible()
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('div')?.textContent)).toEqual([
      'Thursday 26 November 2026, 9:30am to 10:15am 2 places left',
      'Thursday 26 November 2026, 10:15am to 11am 2 places left',
      'Tuesday 1 December 2026, 1:30pm to 2:15pm 1 place left',
    ])
    expect(screen.queryByRole('radio', { checked: true })).toBeNull()
    expect(screen.getByText('Or ask a lead to add a place.')).toBeVisible()
    await pickMargaret(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('link', { name: 'Select a time' })).toBeVisible()
    expect(held).toEqual([])
    await expectAccessible()

    await user.click(screen.getByRole('radio', { name: /^Thursday 26 November 2026, 9:30am/ }))
    await user.click(screen.getByRole('button', { name: 'Book' }))

    expect(await screen.findByRole('heading', { name: 'Booked' })).toBeVisible()
    expect(sent).toHaveLength(1)
  })

  it('leads a lead to the extra place of a full day', async () => {
    answers('get', FREE, { items: freeSlots().slice(2) })
    const user = open(PATH, { council: aLead() })

    await screen.findByRole('group', { name: 'No places left on 24 November.' })
    const panel = within(screen.getByRole('complementary', { name: 'Book someone' }))
    await user.click(panel.getByRole('link', { name: 'Add a place at 11am' }))

    expect(await screen.findByRole('heading', { name: 'Add a place' })).toBeVisible()
  })

  it('offers a place that has begun only as now, and picks the next one', async () => {
    vi.setSystemTime(MORNING)
    open(PATH)

    expect(await screen.findByRole('radio', { name: /^Now, until 11am/ })).not.toBeChecked()
    expect(screen.getByRole('radio', { name: /^11:45am to 12:30pm/ })).toBeChecked()
  })

  it('says until when a place is kept', async () => {
    answers(
      'post',
      '/api/slots/:slotId/holds',
      { id: anId(71), slotId: FIRST, expiresAt: '2026-11-24T10:15:20Z' },
      { status: 201 },
    )
    const user = open(PATH)

    await pickMargaret(user)

    expect(await screen.findByText('Kept for you until 10:15am')).toBeVisible()
  })

  it('says that a time is over', async () => {
    refuses('post', BOOK, 409, 'slot-over', { alternatives: [second] })
    const user = open(PATH)
    await pickMargaret(user)

    await user.click(screen.getByRole('button', { name: 'Book' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('10:15am is over. The next is 11:45am')
  })

  it('says that this person is booked there already', async () => {
    refuses('post', BOOK, 409, 'already-booked')
    const user = open(PATH)
    await pickMargaret(user)

    await user.click(screen.getByRole('button', { name: 'Book' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Margaret Ellison is already booked at 10:15am on Tuesday 24 November 2026',
    )
  })

  it('books a person who has another booking at this time only when asked a second time', async () => {
    refuses('post', BOOK, 409, 'overlapping-booking', {
      overlaps: [{ bookingId: anId(71), hubName: 'Village Hall', date: '2026-11-24', starts: '10:00', ends: '10:45' }],
    })
    const user = open(PATH)
    await pickMargaret(user)
    await user.click(screen.getByRole('button', { name: 'Book' }))

    expect(await screen.findByText('Margaret Ellison has another booking at this time')).toBeVisible()
    expect(document.activeElement).toHaveTextContent('Check with them first')
    expect(screen.getByText(/^Village Hall, Tuesday 24 November/)).toBeVisible()
    const bookings = answers('post', BOOK, booked(first), { status: 201 })
    await user.click(screen.getByRole('button', { name: 'Book both' }))

    expect(await screen.findByRole('heading', { name: 'Booked' })).toBeVisible()
    expect(bookings[0]?.body).toMatchObject({ overlapConfirmed: true })
  })

  it('asks who it is for, and keeps the time that was picked', async () => {
    const user = open(PATH)
    await user.click(await screen.findByRole('radio', { name: /11:45am/ }))

    await user.click(screen.getByRole('button', { name: 'Book' }))
    await user.click(await screen.findByRole('link', { name: 'Select who it is for' }))

    const box = await who()
    await waitFor(() => expect(box).toHaveFocus())
    expect(screen.getByRole('radio', { name: /11:45am/ })).toBeChecked()
  })

  it('adds a new person and books them, once each', async () => {
    answers('post', '/api/people/search', { items: [] })
    const people = answers('post', '/api/people', aPerson({ id: anId(77), name: 'Zadie Okoro' }), { status: 201 })
    const bookings = answers('post', BOOK, booked(first, { personName: 'Zadie Okoro' }), { status: 201 })
    const user = open(PATH)
    await user.type(await who(), 'zadie okoro')
    await user.click(await screen.findByRole('option', { name: 'Add ‘zadie okoro’ as a new person' }))

    await waitFor(() => expect(screen.getByLabelText('Phone number')).toHaveFocus())
    expect(screen.getByLabelText('First name')).toHaveValue('Zadie')
    expect(screen.getByLabelText('Last name (optional)')).toHaveValue('Okoro')
    await user.keyboard('07700 900123')
    await user.keyboard('{Control>}{Enter}{/Control}')

    await screen.findByRole('heading', { name: 'Booked' })
    expect(people[0]?.body).toEqual({
      firstName: 'Zadie',
      lastName: 'Okoro',
      phone: '07700 900123',
      noContact: false,
      needs: [],
    })
    expect(people).toHaveLength(1)
    expect(bookings[0]?.body).toMatchObject({ personId: anId(77) })
  })

  it('books the person who has a record already instead of adding them again', async () => {
    answers('post', '/api/people/search', { items: [] })
    answers('post', '/api/people/duplicates', { items: [{ person: found(), shared: ['phone'] }] })
    const people = answers('post', '/api/people', aPerson(), { status: 201 })
    const bookings = answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)
    await user.type(await who(), 'margret ellison')
    await user.click(await screen.findByRole('option', { name: /Add/ }))
    await user.click(await screen.findByLabelText('No phone or email'))
    await user.click(screen.getByRole('button', { name: 'Book' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Same phone number')
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: /This is the same person/ }))
    await user.click(screen.getByRole('button', { name: 'Book' }))

    await screen.findByRole('heading', { name: 'Booked' })
    expect(people).toHaveLength(0)
    expect(bookings[0]?.body).toMatchObject({ personId: MARGARET })
  })

  it('adds a person anyway who is like another one, and books them', async () => {
    answers('post', '/api/people/search', { items: [] })
    answers('post', '/api/people/duplicates', { items: [{ person: found(), shared: ['phone'] }] })
    const people = answers('post', '/api/people', aPerson({ id: anId(77), name: 'Margret Ellison' }), { status: 201 })
    const bookings = answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)
    await user.type(await who(), 'margret ellison')
    await user.click(await screen.findByRole('option', { name: /Add/ }))
    await user.click(await screen.findByLabelText('No phone or email'))
    await user.click(screen.getByRole('button', { name: 'Book' }))
    await user.click(await screen.findByRole('button', { name: 'Add anyway' }))

    await screen.findByRole('heading', { name: 'Booked' })
    expect(people).toHaveLength(1)
    expect(bookings[0]?.body).toMatchObject({ personId: anId(77) })
  })

  it('does not add a new person twice when the place is lost', async () => {
    const people = answers('post', '/api/people', aPerson({ id: anId(77), name: 'Zadie Okoro' }), { status: 201 })
    refuses('post', BOOK, 409, 'slot-full', { alternatives: [second] })
    const bookings = answers('post', `/api/slots/${anId(44)}/bookings`, booked(second), { status: 201 })
    const user = open(PATH)
    await user.type(await who(), 'zadie okoro')
    await user.click(await screen.findByRole('option', { name: /Add/ }))
    await user.click(await screen.findByLabelText('No phone or email'))

    await user.click(screen.getByRole('button', { name: 'Book' }))
    await screen.findByRole('alert')
    await user.click(screen.getByRole('button', { name: 'Book' }))

    await screen.findByRole('heading', { name: 'Booked' })
    expect(people).toHaveLength(1)
    expect(bookings).toHaveLength(1)
  })

  it('says what is missing about a new person, beside the boxes', async () => {
    const user = open(PATH)
    await user.type(await who(), 'zadie')
    await user.click(await screen.findByRole('option', { name: /Add/ }))

    await user.click(screen.getByRole('button', { name: 'Book' }))

    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Enter a phone number or an email address, or select ‘No phone or email’')
    expect(screen.getByLabelText('Phone number')).toHaveAccessibleDescription(/^Error: Enter a phone number/)
    await expectAccessible()
  })

  it('shows what the service did not accept, and keeps what was typed', async () => {
    refuses('post', '/api/people', 400, 'invalid', { errors: [{ pointer: '#/phone', code: 'PhoneNotDialable' }] })
    const user = open(PATH)
    await user.type(await who(), 'zadie okoro')
    await user.click(await screen.findByRole('option', { name: /Add/ }))
    await user.type(await screen.findByLabelText('Phone number'), '12')

    await user.click(screen.getByRole('button', { name: 'Book' }))

    expect(await screen.findByRole('link', { name: /Enter a phone number, like 01632 960 001/ })).toBeVisible()
    expect(screen.getByLabelText('Phone number')).toHaveValue('12')
  })

  it('loses nothing when the network is gone, and the second try is the same request', async () => {
    unreachable('post', BOOK)
    const user = open(PATH)
    await pickMargaret(user)
    await user.click(screen.getByRole('button', { name: 'Book' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('We cannot reach Alongside, so this was not saved')
    const keys: (string | null)[] = []
    server.use(
      http.post(BOOK, ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'))
        return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(booked(first), { status: 201 })
      }),
    )

    await user.click(screen.getByRole('button', { name: 'Book' }))
    await waitFor(() => expect(keys).toHaveLength(1))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Book' })).not.toHaveAttribute('aria-disabled'))
    await user.click(screen.getByRole('button', { name: 'Book' }))

    await screen.findByRole('heading', { name: 'Booked' })
    expect(keys[0]).toBe(keys[1])
  })

  it('books another with a new key', async () => {
    const sent = answers('post', BOOK, booked(first), { status: 201 })
    const user = open(PATH)
    await pickMargaret(user)
    await user.click(screen.getByRole('button', { name: 'Book' }))
    await user.click(await screen.findByRole('button', { name: 'Book another' }))

    expect(await who()).toHaveValue('')
    await pickMargaret(user)
    await user.click(screen.getByRole('button', { name: 'Book' }))

    await screen.findByRole('heading', { name: 'Booked' })
    expect(sent).toHaveLength(2)
    expect(sent[0]?.headers.get('Idempotency-Key')).not.toBe(sent[1]?.headers.get('Idempotency-Key'))
  })

  it('keeps the form when the session has ended, though nothing can be read either, and says how to go on', async () => {
    vi.spyOn(browser, 'go').mockReturnValue(undefined)
    const user = open(PATH)
    await pickMargaret(user)
    refuses('post', BOOK, 401, 'signed-out')
    const reads = [refuses('get', `/api${BOARD}`, 401, 'signed-out'), refuses('get', FREE, 401, 'signed-out')]

    await user.click(screen.getByRole('button', { name: 'Book' }))

    const panel = within(screen.getByRole('complementary'))
    const link = await panel.findByRole('link', { name: 'Sign in again in a new tab' })
    expect(link).toHaveAttribute('target', '_blank')
    await waitFor(() => expect(reads.every((read) => read.length > 0)).toBe(true))
    await waitFor(() => expect(screen.getAllByRole('link', { name: 'Sign in again in a new tab' })).toHaveLength(2))
    expect(panel.getByText('Margaret Ellison', { selector: 'strong' })).toBeVisible()
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('says that no place is left', async () => {
    answers('get', FREE, { items: [] })
    open(PATH)

    expect(await screen.findByText('No places left')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Book' })).toBeNull()
  })

  it('keeps the board when the free places cannot be shown', async () => {
    refuses('get', FREE, 503, 'unavailable')
    const user = open(PATH)

    expect(await screen.findByText(/We cannot show the free places right now/)).toBeVisible()
    expect(screen.getByRole('row', { name: /Farah Siddiqui/ })).toBeVisible()
    answers('get', FREE, { items: freeSlots() })
    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByRole('radio', { name: /10:15am/ })).toBeChecked()
  })
})
