import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  aBooking,
  aCouncil,
  aDay,
  aDaySession,
  aLead,
  aMorning,
  anId,
  aSlot,
  LIBRARY,
  MORNING,
} from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses, server, unreachable } from '../../test/server'

const PATH = `/hubs/${LIBRARY}/days/2026-11-24`
const DAY = `/api${PATH}`

function row(person: string | RegExp): HTMLElement {
  return screen.getByRole('row', { name: new RegExp(person) })
}

describe('a day at a hub', () => {
  beforeEach(() => vi.useFakeTimers({ now: MORNING, toFake: ['Date'] }))

  it('shows who comes when, and what can be done', async () => {
    const day = aMorning()
    Object.assign(day.sessions[0] ?? {}, { kind: 'Conversation' })
    answers('get', DAY, day)
    open(PATH)

    await pageWith('Tuesday 24 November')

    expect(document.title).toBe('Tuesday 24 November 2026, Market Street Library – Alongside – Larkshire Council')
    expect(screen.getByRole('heading', { level: 2, name: /Talking point, 9:30am to 12:30pm/ })).toBeVisible()
    expect(row('Margaret Ellison')).toHaveTextContent('Arrived 9:24am')
    expect(row('Margaret Ellison')).toHaveTextContent('Conversation Step-free way in, Someone with them')
    expect(within(row('Margaret Ellison')).getByRole('button', { name: 'Start Margaret Ellison' })).toBeVisible()
    expect(row('Farah Siddiqui')).toHaveTextContent('Expected')
    expect(screen.getAllByRole('link', { name: /^Book at/ })).toHaveLength(2)
    expect(
      within(screen.getByRole('list', { name: 'The day in numbers' })).getAllByRole('listitem')[0],
    ).toHaveTextContent('6 booked')
  })

  it('marks the time that it is now, and who is late', async () => {
    answers('get', DAY, aMorning())
    open(PATH)

    await pageWith('Tuesday 24 November')

    expect(row('Gwen Prŷs-Jones')).toHaveTextContent('10:15am (now)')
    expect(row('Gwen Prŷs-Jones')).toHaveTextContent('Late 12 minutes late')
    expect(row('Farah Siddiqui')).not.toHaveTextContent('(now)')
  })

  it('folds the times that are over and were not used into one row, and shows them when asked', async () => {
    vi.setSystemTime(new Date('2026-11-24T12:00:00Z'))
    const slots = [
      aSlot('09:30', '10:15', { left: 2 }),
      aSlot('10:15', '11:00', { left: 1, bookings: [aBooking('Gwen Prŷs-Jones')] }),
      aSlot('11:45', '12:30', { left: 2 }),
    ]
    answers('get', DAY, aDay({ sessions: [aDaySession({ slots })] }))
    const user = open(PATH)
    await pageWith('Tuesday 24 November')
    expect(row('2 times were not fully used')).toHaveTextContent('9:30am to 11am')
    expect(screen.queryByText('Not used')).toBeNull()
    expect(row('Gwen Prŷs-Jones')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Book at 11:45am' })).toBeVisible()

    await user.click(screen.getByRole('button', { name: /^Show the times/ }))

    expect(screen.getAllByText('Not used')).toHaveLength(2)
    await expectAccessible()
  })

  it('leads to the present time while its row is out of sight', async () => {
    answers('get', DAY, aMorning())
    const user = open(PATH)
    await pageWith('Tuesday 24 November')
    expect(screen.queryByRole('button', { name: 'Go to now' })).toBeNull()
    const now = row('Gwen Prŷs-Jones')
    now.getBoundingClientRect = () => new DOMRect(0, 5000, 100, 44)
    now.scrollIntoView = vi.fn()

    document.dispatchEvent(new Event('scroll'))
    await user.click(await screen.findByRole('button', { name: 'Go to now' }))

    expect(now.scrollIntoView).toHaveBeenCalled()
    expect(screen.getByRole('link', { name: 'Gwen Prŷs-Jones' })).toHaveFocus()
  })

  it('marks a session that was there before its hub closed for the day, and offers no place', async () => {
    const slots = aDaySession().slots.map((slot) => ({ ...slot, left: 0 }))
    answers('get', DAY, aDay({ sessions: [aDaySession({ hubClosed: true, slots })] }))
    open(PATH)

    await pageWith('Tuesday 24 November')

    expect(screen.getByRole('heading', { level: 2, name: /9:30am to 12:30pm.*Closed/ })).toBeVisible()
    expect(screen.getByText(/residents cannot see the session/)).toBeVisible()
    expect(screen.queryByRole('link', { name: /^(Book \d|Add a place)/ })).toBeNull()
  })

  it.each([
    ['2026-11-23T10:27:00Z', 'the day before', [false, false]],
    ['2026-11-25T00:10:00Z', 'just after midnight', [false, true]],
    ['2026-11-26T00:10:00Z', 'two days later', [false, false]],
  ])('offers no check-in at %s, %s, but may finish', async (now, _, [checkIn, finish]) => {
    vi.setSystemTime(new Date(now))
    const day = aMorning()
    Object.assign(day.sessions[0]?.slots[0]?.bookings[1] ?? {}, { status: 'in-conversation' })
    answers('get', DAY, day)
    open(PATH)
    await pageWith('Tuesday 24 November')

    expect(screen.queryAllByRole('button', { name: /^Check in/ }).length > 0).toBe(checkIn)
    expect(screen.queryAllByRole('button', { name: 'Finish Tom Akande' }).length > 0).toBe(finish)
    expect(screen.queryByRole('link', { name: 'Add a walk-in' })).toBeNull()
  })

  it('puts the focus on the heading of a panel, and on the message once a change is undone', async () => {
    answers('get', DAY, aMorning())
    answers('get', `/api/bookings/${anId(33)}`, { id: anId(33), askedOn: '2026-11-16' })
    answers('get', `/api/bookings/${anId(33)}/corrections`, { items: [] })
    answers('post', `/api/bookings/${anId(33)}/cancel`, { id: anId(33), status: 'cancelled' })
    answers('post', `/api/bookings/${anId(33)}/undo`, { status: 'expected' })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('link', { name: 'Change booking of Gwen Prŷs-Jones' }))
    expect(await screen.findByRole('heading', { name: 'Change a booking' })).toHaveFocus()
    await user.click(screen.getByRole('link', { name: 'Cancel the booking' }))
    expect(await screen.findByRole('heading', { name: 'Cancel the booking' })).toHaveFocus()
    await user.click(screen.getByRole('radio', { name: 'They did' }))
    await user.click(screen.getByRole('button', { name: 'Cancel the booking' }))
    await user.click(await screen.findByRole('button', { name: 'Undo Gwen Prŷs-Jones' }))

    expect(await screen.findByText('Undone. Gwen Prŷs-Jones is as before')).toBeVisible()
    expect(document.activeElement).toHaveTextContent('Undone. Gwen Prŷs-Jones is as before')
  })

  it('has no findings', async () => {
    answers('get', DAY, aMorning())
    open(PATH)
    await pageWith('Tuesday 24 November')

    await expectAccessible()
  })

  it('takes away what it said about one person when a panel opens for another', async () => {
    answers('get', DAY, aMorning())
    answers('get', `${DAY.replace(/\/days.*/, '')}/free-slots`, { items: [] })
    answers('post', `/api/bookings/${anId(33)}/check-in`, { arrivedAt: '2026-11-24T10:27:30Z' })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')
    await user.click(screen.getByRole('button', { name: 'Check in Gwen Prŷs-Jones' }))
    expect(await screen.findByText(/Gwen Prŷs-Jones checked in/)).toBeVisible()

    await user.click(screen.getByRole('link', { name: 'Book at 11:45am' }))

    expect(await screen.findByRole('combobox', { name: 'Who is it for?' })).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/Gwen Prŷs-Jones checked in/)).toBeNull())
  })

  it('checks a person in, and says so', async () => {
    const day = aMorning()
    answers('get', DAY, day)
    const sent = answers('post', `/api/bookings/${anId(33)}/check-in`, { arrivedAt: '2026-11-24T10:27:30Z' })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')
    const booking = day.sessions[0]?.slots[1]?.bookings[0]
    if (booking) Object.assign(booking, { status: 'arrived', arrivedAt: '2026-11-24T10:27:30Z' })
    answers('get', DAY, day)

    await user.click(screen.getByRole('button', { name: 'Check in Gwen Prŷs-Jones' }))

    expect(await screen.findByText(/Gwen Prŷs-Jones checked in at 10:27am/)).toBeVisible()
    await waitFor(() => expect(row('Gwen Prŷs-Jones')).toHaveTextContent('Arrived 10:27am'))
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers.get('X-CSRF-TOKEN')).toBe('first-token')
    expect(screen.getByRole('link', { name: 'Gwen Prŷs-Jones' })).toHaveFocus()
  })

  it('goes on from arrived to finished, says with whom, and offers a change otherwise', async () => {
    const day = aMorning()
    const [first, second] = day.sessions[0]?.slots[0]?.bookings ?? []
    Object.assign(second ?? {}, { status: 'in-conversation', withName: 'Sam Rowe' })
    answers('get', DAY, day)
    const started = answers('post', `/api/bookings/${first?.id}/start`, { status: 'in-conversation' })
    const finished = answers('post', `/api/bookings/${second?.id}/finish`, { status: 'finished' })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    expect(row('Tom Akande')).toHaveTextContent('In conversation With Sam Rowe')
    await user.click(screen.getByRole('button', { name: 'Start Margaret Ellison' }))
    expect(await screen.findByText(/Margaret Ellison has started/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Finish Tom Akande' }))

    expect(await screen.findByText(/Tom Akande has finished/)).toBeVisible()
    expect([started.length, finished.length]).toEqual([1, 1])
    expect(within(row('Farah Siddiqui')).getByRole('link', { name: 'Change booking of Farah Siddiqui' })).toBeVisible()
    expect(within(row('Tom Akande')).getByRole('link', { name: 'Change booking of Tom Akande' })).toBeVisible()
  })

  it('takes a check-in back', async () => {
    const day = aMorning()
    answers('get', DAY, day)
    answers('post', `/api/bookings/${anId(33)}/check-in`, { arrivedAt: '2026-11-24T10:27:30Z' })
    const undone = answers('post', `/api/bookings/${anId(33)}/undo`, { status: 'expected' })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('button', { name: 'Check in Gwen Prŷs-Jones' }))
    await user.click(await screen.findByRole('button', { name: /^Undo/ }))

    expect(await screen.findByText('Undone. Gwen Prŷs-Jones is as before')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
    expect(undone).toHaveLength(1)
  })

  it('says who was first where two check the same person in', async () => {
    answers('get', DAY, aMorning())
    answers('post', `/api/bookings/${anId(33)}/check-in`, {
      arrivedAt: '2026-11-24T10:24:30Z',
      changedByName: 'Sam Rowe',
    })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('button', { name: 'Check in Gwen Prŷs-Jones' }))

    expect(await screen.findByText('Sam Rowe checked Gwen Prŷs-Jones in at 10:24am')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
  })

  it('says how another member of staff has changed a booking', async () => {
    answers('get', DAY, aMorning())
    refuses('post', '/api/bookings/:id/check-in', 409, 'wrong-status', { bookingStatus: 'cancelled' })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('button', { name: 'Check in Farah Siddiqui' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('It now says: Cancelled')
  })

  it('asks whether a person comes at all a quarter of an hour after their time', async () => {
    vi.setSystemTime(new Date('2026-11-24T10:31:00Z'))
    answers('get', DAY, aMorning())
    open(PATH)
    await pageWith('Tuesday 24 November')

    expect(screen.getByRole('link', { name: 'Did not attend? Gwen Prŷs-Jones' })).toHaveAttribute(
      'href',
      `${PATH}/bookings/${anId(33)}/did-not-attend`,
    )
    expect(screen.queryByRole('link', { name: 'Did not attend? Farah Siddiqui' })).toBeNull()
  })

  it('says in words that a person is booked for another day', async () => {
    answers('get', DAY, aMorning())
    refuses('post', '/api/bookings/:id/check-in', 409, 'not-today')
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('button', { name: 'Check in Farah Siddiqui' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Farah Siddiqui is booked for another day')
    expect(document.title).toMatch(/^Error: /)
  })

  it('says no name where names are hidden, also of what was refused and of what a panel did', async () => {
    localStorage.setItem('alongside.hide-names', 'on')
    answers('get', DAY, aMorning())
    answers('get', `/api/bookings/${anId(33)}`, { askedOn: '2026-11-16' })
    refuses('post', '/api/bookings/:id/check-in', 409, 'not-today')
    answers('post', `/api/bookings/${anId(33)}/cancel`, {})
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('button', { name: 'Check in F S' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('F S is booked for another day')

    await user.click(screen.getByRole('link', { name: /^Change booking of G P J/ }))
    await user.click(await screen.findByRole('link', { name: 'Cancel the booking' }))
    await user.click(await screen.findByLabelText('They did'))
    await user.click(screen.getByRole('button', { name: 'Cancel the booking' }))
    expect(await screen.findByText(/The booking of G P J is cancelled/)).toBeVisible()
    expect(screen.getByRole('button', { name: /^Undo\s+G P J$/ })).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
    expect(document.body).not.toHaveTextContent(/Farah|Gwen/)
  })

  it('leaves what it said of one day behind on the next', async () => {
    answers('get', DAY, aMorning())
    answers('get', `/api/hubs/${LIBRARY}/days/2026-11-25`, aDay({ date: '2026-11-25', today: false }))
    refuses('post', '/api/bookings/:id/check-in', 409, 'not-today')
    const user = open(PATH)
    await pageWith('Tuesday 24 November')
    await user.click(screen.getByRole('button', { name: 'Check in Farah Siddiqui' }))
    await screen.findByRole('alert')

    await user.click(screen.getByRole('link', { name: 'Next day' }))

    await pageWith('Wednesday 25 November')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(document.title).not.toMatch(/^Error/)
  })

  it('says that no one is booked yet', async () => {
    const session = aDaySession({ slots: [aSlot('11:00', '11:45'), aSlot('11:45', '12:30', { places: 5 })] })
    answers(
      'get',
      DAY,
      aDay({ sessions: [session], counts: { booked: 0, arrived: 0, walkIns: 0, withoutName: 0, placesLeft: 6 } }),
    )
    open(PATH)

    await pageWith('Tuesday 24 November')

    expect(screen.getByText('No one is booked yet. 6 places are free from 11am.')).toBeVisible()
  })

  it('calls what is not held as the council does', async () => {
    answers('get', DAY, aDay())
    open(PATH, { council: aCouncil({ labels: { ...aCouncil().labels, talkingPoint: 'NHS drop-in' } }) })

    expect(
      await screen.findByRole('heading', { name: 'Nothing is planned at Market Street Library today' }),
    ).toBeVisible()
  })

  it('names the next session where there is none on this day', async () => {
    answers('get', DAY, aDay({ next: { date: '2026-11-26', starts: '09:30' } }))
    open(PATH)

    await pageWith('Tuesday 24 November')

    expect(screen.getByRole('heading', { name: 'Nothing is planned at Market Street Library today' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Thursday 26 November 2026 at 9:30am' })).toHaveAttribute(
      'href',
      `/hubs/${LIBRARY}/days/2026-11-26`,
    )
  })

  it('offers a booking on a day without a session, also by its letter, but not on a day that is past', async () => {
    answers('get', DAY, aDay({ next: { date: '2026-11-26', starts: '09:30' } }))
    answers('get', '/api/hubs/:hubId/free-slots', { items: [] })
    answers('get', `/api/hubs/${LIBRARY}/days/2026-11-23`, aDay({ date: '2026-11-23', today: false }))
    const user = open(PATH)
    await pageWith('Tuesday 24 November')
    expect(screen.getByRole('link', { name: 'Book someone' })).toBeVisible()

    await user.keyboard('b')

    expect(await screen.findByRole('heading', { name: 'Book someone' })).toBeVisible()
    await user.keyboard('{Escape}{Escape}')
    await user.click(screen.getByRole('link', { name: /Previous day/ }))
    await pageWith('Monday 23 November')
    expect(screen.queryByRole('link', { name: 'Book someone' })).toBeNull()
  })

  it('goes to the next day and back, with the focus on the heading', async () => {
    answers('get', DAY, aMorning())
    answers('get', `/api/hubs/${LIBRARY}/days/2026-11-25`, aDay({ date: '2026-11-25', today: false }))
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('link', { name: /Next day/ }))
    const heading = await pageWith('Wednesday 25 November')
    await waitFor(() => expect(heading).toHaveFocus())
    window.history.back()

    const before = await pageWith('Tuesday 24 November')
    await waitFor(() => expect(before).toHaveFocus())
  })

  it('opens the panel by B, unless something is typed or the shortcut is off', async () => {
    answers('get', DAY, aMorning())
    answers('get', `/api/hubs/${LIBRARY}/free-slots`, { items: [] })
    const user = open(PATH)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('button', { name: 'Turn off these shortcuts' }))
    await user.keyboard('b')
    expect(window.location.pathname).toBe(PATH)
    await user.click(screen.getByRole('button', { name: 'Turn them on' }))
    await user.keyboard('b')

    const box = await screen.findByRole('combobox', { name: 'Who is it for?' })
    await waitFor(() => expect(box).toHaveFocus())
    await user.keyboard('b')
    expect(screen.getByRole('combobox')).toHaveValue('b')
  })

  it('keeps showing what it knows while it cannot be refreshed', async () => {
    answers('get', DAY, aMorning())
    refuses('post', '/api/bookings/:id/check-in', 503, 'unavailable')
    const user = open(PATH)
    await pageWith('Tuesday 24 November')
    unreachable('get', DAY)

    await user.click(screen.getByRole('button', { name: 'Check in Farah Siddiqui' }))

    expect(
      await screen.findByText(/We cannot refresh this page right now. It shows what we knew at 10:27am/),
    ).toBeVisible()
    expect(row('Farah Siddiqui')).toBeVisible()
  })

  it('cannot be booked on by those who may only look at other things', async () => {
    answers('get', DAY, aMorning())
    open(PATH, { council: aLead() })

    await pageWith('Tuesday 24 November')

    expect(screen.queryByRole('link', { name: 'Book someone' })).toBeNull()
    expect(screen.queryByRole('button', { name: /Check in/ })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Today' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'People' })).toBeNull()
  })

  it('calls a session what the council calls it', async () => {
    answers('get', DAY, aMorning())
    open(PATH, { council: aCouncil({ labels: { ...aCouncil().labels, talkingPoint: 'Community chat' } }) })

    expect(await screen.findByRole('heading', { name: /Community chat, 9:30am to 12:30pm/ })).toBeVisible()
  })

  it('says that there is no such page where the date or the hub is none', async () => {
    refuses('get', '/api/hubs/:id/days/:date', 404, 'not-found')
    open(`/hubs/${LIBRARY}/days/2026-02-30`)

    expect(await pageWith('Page not found')).toBeVisible()
    expect(document.title).toBe('Page not found – Alongside – Larkshire Council')
  })

  it('says that the service is unavailable, and tries again', async () => {
    refuses('get', DAY, 503, 'unavailable')
    const user = open(PATH)
    await pageWith('Sorry, the service is unavailable')
    await expectAccessible()
    server.resetHandlers()
    answers('get', '/session', null)
    answers('get', DAY, aMorning())

    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await pageWith('Tuesday 24 November')).toBeVisible()
  })

  it('takes long names', async () => {
    const long = 'Wilhelmina Gwenllian Featherstonehaugh-Cholmondeley of Upper Hebble and Scarcroft under Lark'
    const slot = aSlot('10:15', '11:00', { bookings: [aBooking(long)] })
    answers('get', DAY, aDay({ sessions: [aDaySession({ slots: [slot] })] }))
    open(PATH)

    expect(await screen.findByRole('link', { name: long })).toBeVisible()
  })
})

describe('today', () => {
  beforeEach(() => vi.useFakeTimers({ now: MORNING, toFake: ['Date'] }))

  it('is at the hub that was last looked at', async () => {
    answers('get', DAY, aMorning())
    answers('get', `/api/hubs/${LIBRARY}`, { id: LIBRARY })
    localStorage.setItem(`alongside.hub.${anId(1)}`, LIBRARY)
    open('/')

    expect(await pageWith('Tuesday 24 November')).toBeVisible()
    expect(window.location.pathname).toBe(PATH)
  })

  it('asks for a hub where none is known', async () => {
    const hubs = [
      { id: LIBRARY, name: 'Market Street Library', address: [], postcode: 'LK1 1AA', openingHours: [] },
      { id: anId(12), name: 'Elland Road', address: [], postcode: 'LK2 4QT', openingHours: [] },
    ]
    answers('get', '/api/hubs', { items: hubs, total: 2 })
    open('/today')

    expect(await pageWith('Choose one to see its day')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Elland Road' })).toHaveAttribute('href', `/hubs/${anId(12)}/days/today`)
  })
})
