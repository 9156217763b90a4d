import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  aDay,
  aHub,
  aLead,
  anId,
  anOutcome,
  aPlace,
  aSeries,
  aSession,
  aWholeSession,
  LIBRARY,
  MORNING,
  TEAM,
} from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const SESSION = anId(90)
const PATH = `/sessions/${SESSION}`
const CHANGES = `/api/sessions/${SESSION}/changes`
const CANCEL = `/api/sessions/${SESSION}/cancel`
const TAG = { headers: { ETag: '"seen"' } }

describe('a session that is changed', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
    answers('get', `/api/sessions/${SESSION}`, aWholeSession())
    answers('get', `/api/hubs/${LIBRARY}/days/2026-12-01`, aDay({ date: '2026-12-01', today: false }) as never)
  })

  async function toCheck(user: ReturnType<typeof open>, choice: string, heading: string) {
    await pageWith('Change or cancel this session')
    await user.click(screen.getByLabelText(choice))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith(heading)
    await user.clear(screen.getByLabelText('Start time'))
    await user.type(screen.getByLabelText('Start time'), '10am')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith('Check what this changes')
  }

  it('says what it touches, asks about who does not fit, and is done once under the mark of the look', async () => {
    const previews = answers('post', `${CHANGES}/preview`, anOutcome(), TAG)
    const sent = answers('post', CHANGES, anOutcome())
    const user = open(PATH)
    await pageWith('Change or cancel this session')
    await expectAccessible()
    await toCheck(user, 'Change this and later sessions', 'Change this and later sessions')

    expect(await screen.findByText('1 booking cannot stay at its time')).toBeVisible()
    expect(screen.getByText('1 booking has no place at the new times')).toBeVisible()
    expect(screen.getByText('10am to 12:30pm (was 9:30am to 12:30pm)')).toBeVisible()
    const people = within(screen.getByRole('table', { name: 'Bookings affected' }))
    expect(people.getByRole('link', { name: 'Dennis Wray' })).toBeVisible()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Change these sessions' }))
    expect(await screen.findByRole('link', { name: 'Select what happens to each booking' })).toHaveAttribute(
      'href',
      '#choices',
    )
    expect(sent).toHaveLength(0)
    await user.click(screen.getByLabelText('Move each to the nearest free place'))
    expect(people.getByLabelText(/booking of Margaret Ellison/)).toHaveDisplayValue('Move to 10am')
    await user.selectOptions(people.getByLabelText(/booking of Dennis Wray/), 'Move to Tuesday 8 December at 10:45am')
    await user.dblClick(screen.getByRole('button', { name: 'Change these sessions' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(previews[0]?.body).toMatchObject({ scope: 'later', starts: '10:00', ends: '12:30', slotMinutes: 45 })
    expect(sent[0]?.body).toMatchObject({
      scope: 'later',
      starts: '10:00',
      bookings: {
        moves: [
          { bookingId: anId(61), sessionId: anId(90), startsAt: '2026-12-01T10:00:00Z' },
          { bookingId: anId(62), sessionId: anId(91), startsAt: '2026-12-08T10:45:00Z' },
        ],
        cancellations: [],
      },
    })
    expect(sent[0]?.headers.get('If-Match')).toBe('"seen"')
    expect(await screen.findByText('3 sessions are changed')).toBeVisible()
  })

  it('gets a place more from a lead, who sees no names', async () => {
    const sent = answers('post', `/api/slots/${anId(96)}/extra-places`, { places: 2 }, { status: 201 })
    const user = open(PATH, { council: aLead() })
    await pageWith('Change or cancel this session')
    const times = within(screen.getByRole('table', { name: 'Times' }))
    expect(times.getByRole('row', { name: /11:15am/ })).toHaveTextContent('0 of 1')
    expect(times.getAllByRole('link')).toHaveLength(2)
    await expectAccessible()

    await user.click(times.getByRole('link', { name: 'Add a place at 10:15am' }))
    await pageWith('Add a place')
    await user.click(screen.getByRole('button', { name: 'Add a place' }))
    expect(await screen.findByRole('link', { name: 'Enter why one more is needed' })).toHaveAttribute('href', '#reason')
    await expectAccessible()
    const [, ...others] = aWholeSession().slots
    answers(
      'get',
      `/api/sessions/${SESSION}`,
      aWholeSession({ slots: others.map((slot) => ({ ...slot, places: 2, left: 1 })) }),
    )
    await user.type(screen.getByRole('textbox', { name: 'Why is one more needed?' }), 'They are family')
    await user.click(screen.getByRole('button', { name: 'Add a place' }))

    await pageWith('Change or cancel this session')
    expect(screen.getByText('One place is added at 10:15am')).toBeVisible()
    await waitFor(() => expect(screen.getByRole('row', { name: /10:15am/ })).toHaveTextContent('1 of 2'))
    expect(sent.map(({ body }) => body)).toEqual([{ reason: 'They are family' }])
  })

  it('gets no place more from others', async () => {
    open(PATH)
    await pageWith('Change or cancel this session')

    expect(screen.queryByRole('table', { name: 'Times' })).toBeNull()
  })

  it('previews again when bookings have changed since', async () => {
    const calm = anOutcome({ moved: 0, cancelled: 0, bookings: [] })
    const previews = answers('post', `${CHANGES}/preview`, calm, TAG)
    refuses('post', CHANGES, 412, 'preview-outdated')
    const user = open(PATH)
    await toCheck(user, 'Change this session only', 'Change this session')
    await screen.findByText('3 bookings stay at their time')
    answers('post', `${CHANGES}/preview`, anOutcome(), { headers: { ETag: '"now"' } })
    const sent = refuses('post', CHANGES, 412, 'preview-outdated')

    await user.click(screen.getByRole('button', { name: 'Change this session' }))

    expect(await screen.findByRole('link', { name: /^Bookings changed/ })).toBeVisible()
    expect(await screen.findByText('1 booking has no place at the new times')).toBeVisible()
    expect(document.title).toMatch(/^Error: /)
    expect(previews).toHaveLength(1)
    expect(sent[0]?.headers.get('If-Match')).toBe('"seen"')
  })

  it('shows beside its field what the service does not accept, and in its words what has the room', async () => {
    refuses('post', `${CHANGES}/preview`, 400, 'invalid', {
      errors: [{ pointer: '#/slotMinutes', code: 'SlotDoesNotFit' }],
    })
    const user = open(PATH)
    await pageWith('Change or cancel this session')
    await user.click(screen.getByLabelText('Change this session only'))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith('Change this session')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(
      await screen.findByRole('link', { name: 'Each booking must be shorter than the time between breaks' }),
    ).toHaveAttribute('href', '#slotMinutes')

    refuses('post', `${CHANGES}/preview`, 409, 'session-overlaps', {
      detail: 'On Tuesday 1 December 2026 this overlaps Drop-in, 9:30am to 12:30pm, in Room 2.',
    })
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByText(/this overlaps Drop-in/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Change this session' })).toBeNull()
  })

  it('keeps its room unless another is chosen, and who has left until they are taken off', async () => {
    answers('get', '/api/team', { items: TEAM })
    answers(
      'get',
      `/api/sessions/${SESSION}`,
      aWholeSession({ room: 'Room 2', roomId: anId(15), staff: [anId(71), anId(79)] }),
    )
    const previews = answers('post', `${CHANGES}/preview`, anOutcome(), TAG)
    const user = open(PATH)
    await pageWith('Change or cancel this session')
    expect(await screen.findByText('Lena Marsh and A person who has left')).toBeVisible()
    await user.click(screen.getByLabelText('Change this session only'))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith('Change this session')
    expect(screen.getByLabelText('Room 2')).toBeChecked()
    await user.click(screen.getByLabelText('A person who has left'))
    await user.click(screen.getByLabelText('Another place'))
    await user.type(screen.getByLabelText('Which place?'), 'Garden')
    await user.click(screen.getByRole('button', { name: 'Continue' }))

    expect(await screen.findByText('Garden (was Room 2)')).toBeVisible()
    await waitFor(() => expect(previews[0]?.body).toMatchObject({ room: 'Garden', staff: [anId(71)] }))
    expect(previews[0]?.body).not.toHaveProperty('roomId')
  })

  it('is cancelled with a reason, after a look at who is booked', async () => {
    const outcome = anOutcome({ sessions: anOutcome().sessions.slice(0, 1), booked: 1, moved: 0 })
    answers('post', `${CANCEL}/preview`, outcome, TAG)
    const sent = answers('post', CANCEL, outcome)
    const user = open(PATH)
    await pageWith('Change or cancel this session')
    await user.click(screen.getByLabelText('Cancel this session'))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith('Cancel this session')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('link', { name: 'Enter a reason' })).toHaveAttribute('href', '#reason')
    await user.type(screen.getByLabelText('Why is it cancelled?'), 'The heating is broken')
    await user.click(screen.getByRole('button', { name: 'Continue' }))

    await pageWith('Check before you cancel this session')
    expect(await screen.findByText('This cancels the session on Tuesday 1 December 2026.')).toBeVisible()
    await expectAccessible()
    await user.click(screen.getByLabelText('Cancel them all'))
    await user.click(screen.getByRole('button', { name: 'Cancel this session' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({
      reason: 'The heating is broken',
      bookings: { moves: [], cancellations: [anId(61), anId(62)] },
    })
    expect(await screen.findByText('The session on Tuesday 1 December 2026 is cancelled')).toBeVisible()
  })

  it('says that a chosen place is taken, and offers the places that are free now', async () => {
    answers('post', `${CHANGES}/preview`, anOutcome(), TAG)
    const user = open(PATH)
    await toCheck(user, 'Change this session only', 'Change this session')
    await user.click(await screen.findByLabelText('Move each to the nearest free place'))
    const [moved, other] = anOutcome().bookings
    const bookings = [moved, { ...other, offers: [aPlace(92, '2026-12-15', '10:00')] }]
    const again = answers('post', `${CHANGES}/preview`, anOutcome({ bookings: bookings as never }), TAG)
    refuses('post', CHANGES, 409, 'chosen-place-taken')

    await user.click(screen.getByRole('button', { name: 'Change this session' }))

    expect(await screen.findByRole('link', { name: /no longer free/ })).toHaveAttribute('href', '#choices')
    await waitFor(() => expect(again).toHaveLength(1))
    expect(await screen.findByDisplayValue('Move to Tuesday 15 December at 10am')).toBeVisible()
  })

  it('lets a member who may not read people choose by the time, without a name', async () => {
    const bookings = anOutcome().bookings.map(({ bookingId, date, starts, outcome, offers }) => {
      return { bookingId, date, starts, outcome, offers }
    })
    answers('post', `${CHANGES}/preview`, anOutcome({ bookings }), TAG)
    const user = open(PATH, { session: aSession({ name: 'Lena Marsh' }), council: aLead() })

    await toCheck(user, 'Change all sessions to come', 'Change all sessions to come')

    expect(await screen.findByText('You cannot see who they are. Staff who book people can.')).toBeVisible()
    expect(screen.getByRole('rowheader', { name: 'Booking at 10:15am' })).toBeVisible()
    expect(screen.getByLabelText('What happens to the booking at 10:15am on Tuesday 1 December')).toBeVisible()
  })

  it('offers only itself if it is of no series', async () => {
    const single: Partial<ReturnType<typeof aWholeSession>> = aWholeSession()
    delete single.seriesId
    answers('get', `/api/sessions/${SESSION}`, single as never)
    open(PATH)
    await pageWith('Change or cancel this session')
    expect(screen.getByLabelText('Change this session only')).toBeVisible()
    expect(screen.queryByLabelText('Change all sessions to come')).toBeNull()
  })

  it('offers nothing if it is cancelled', async () => {
    answers('get', `/api/sessions/${SESSION}`, aWholeSession({ status: 'cancelled', cancelReason: 'Snow' }))
    open(PATH)
    expect(await screen.findByText('This session is cancelled: Snow')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull()
  })
})

describe('a series that ends', () => {
  const series = aSeries()

  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api/series/${series.id}`, series)
  })

  it('is ended after a look at what falls away', async () => {
    const outcome = anOutcome({ moved: 0, cancelled: 3 })
    answers('post', `/api/series/${series.id}/end/preview`, outcome, TAG)
    const sent = answers('post', `/api/series/${series.id}/end`, outcome)
    const user = open(`/series/${series.id}`)
    await pageWith(/^First contact at /)
    await user.click(screen.getByRole('link', { name: 'End this series' }))
    await pageWith('End this series')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('link', { name: 'Enter the last day' })).toHaveAttribute('href', '#last-day')
    await user.type(screen.getByLabelText('Day'), '30')
    await user.type(screen.getByLabelText('Month'), '11')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.type(screen.getByLabelText('Why does it end?'), 'The library closes')
    await user.click(screen.getByRole('button', { name: 'Continue' }))

    await pageWith('Check before you end this series')
    expect(
      await screen.findByText('This cancels 3 sessions, from Tuesday 1 December 2026 to Tuesday 15 December 2026.'),
    ).toBeVisible()
    await expectAccessible()
    await user.click(screen.getByLabelText('Cancel them all'))
    await user.click(screen.getByRole('button', { name: 'End this series' }))

    await pageWith(/^First contact at /)
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The series ends on Monday 30 November 2026, and 3 sessions after it are cancelled',
    )
    expect(sent[0]?.body).toMatchObject({ last: '2026-11-30', reason: 'The library closes' })
    expect(sent[0]?.headers.get('If-Match')).toBe('"seen"')
  })
})
