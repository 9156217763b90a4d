import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aCouncil, aDay, aDaySession, aHub, anId, aSlot, KINDS, LIBRARY, MORNING, TEAM } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const PATH = `/hubs/${LIBRARY}/sessions/new`
const CREATE = `/api/hubs/${LIBRARY}/sessions`

const PREVIEW = {
  date: '2026-12-01',
  starts: '09:30',
  ends: '12:30',
  slots: ['09:30', '10:15', '11:00', '11:45'].map((starts) => ({ starts, ends: starts, places: 2 })),
  places: 8,
}

async function fill(user: ReturnType<typeof open>) {
  await pageWith('Set up a session')
  await user.type(screen.getByLabelText('Day'), '1')
  await user.type(screen.getByLabelText('Month'), '12')
  await user.type(screen.getByLabelText('Year'), '2026')
  await user.type(screen.getByLabelText('Start time'), '9.30')
  await user.type(screen.getByLabelText('End time'), '12:30pm')
  await user.clear(screen.getByLabelText(/How many people/))
  await user.type(screen.getByLabelText(/How many people/), '2')
  await user.click(screen.getByLabelText('Room 2'))
  await user.click(screen.getByRole('button', { name: 'Continue' }))
}

describe('a new session', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
    answers('post', `${CREATE}/preview`, PREVIEW)
  })

  it('is asked for, checked and set up', async () => {
    const made = {
      id: anId(),
      hubId: LIBRARY,
      hubName: 'Market Street Library',
      date: '2026-12-01',
      slots: [],
      clockChange: 'back',
    }
    const sent = answers('post', CREATE, made, { status: 201 })
    const session = aDaySession({ slots: [aSlot('09:30', '10:15', {}, '2026-12-01')] })
    answers(
      'get',
      `/api/hubs/${LIBRARY}/days/2026-12-01`,
      aDay({ date: '2026-12-01', today: false, sessions: [session] }),
    )
    const user = open(PATH)
    await pageWith('Set up a session')
    await expectAccessible()

    await fill(user)

    await pageWith('Check this session before you set it up')
    expect(await screen.findByText('Tuesday 1 December 2026')).toBeVisible()
    expect(screen.getByText('9:30am to 12:30pm')).toBeVisible()
    expect(screen.getByText(/This gives 4 times and 8 places/)).toBeVisible()
    await expectAccessible()
    await user.dblClick(await screen.findByRole('button', { name: 'Set up this session' }))

    await pageWith('Tuesday 1 December')
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The session on Tuesday 1 December 2026 is set up. The clocks go back at 2am on this day',
    )
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({
      date: '2026-12-01',
      starts: '09:30',
      ends: '12:30',
      slotMinutes: 45,
      placesPerSlot: 2,
      roomId: anId(15),
    })
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy()
  })

  it('takes its length from its kind, and its staff from the team', async () => {
    const made = { id: anId(), hubId: LIBRARY, hubName: 'Market Street Library', date: '2026-12-01', slots: [] }
    const sent = answers('post', CREATE, made, { status: 201 })
    const nine = Array.from({ length: 9 }, () => ({ starts: '09:30', ends: '09:50', places: 2 }))
    answers('post', `${CREATE}/preview`, { ...PREVIEW, slots: nine, places: 18 })
    answers('get', '/api/team', { items: TEAM })
    answers('get', `/api/hubs/${LIBRARY}/days/2026-12-01`, aDay({ date: '2026-12-01', today: false }))
    const user = open(PATH, { council: aCouncil({ kinds: KINDS }) })
    await pageWith('Set up a session')
    await user.click(await screen.findByLabelText('Lena Marsh'))
    await user.click(screen.getByLabelText('Drop-in'))
    expect(screen.getByLabelText('Drop-in only')).toBeChecked()
    await user.click(screen.getByLabelText('Follow-up'))
    expect(screen.getByLabelText('Minutes')).toHaveValue('20')
    await expectAccessible()
    await fill(user)

    await pageWith('Check this session before you set it up')
    expect(await screen.findByText('Lena Marsh')).toBeVisible()
    expect(screen.getByText(/This gives 9 times and 18 places/)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Set up this session' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({ kind: 'Follow-up', slotMinutes: 20, staff: [anId(71)], roomId: anId(15) })
  })

  it('lets another kind begin like one of the council’s', async () => {
    const user = open(PATH, { council: aCouncil({ kinds: KINDS }) })
    await pageWith('Set up a session')
    await user.click(await screen.findByLabelText('Another kind'))

    await user.type(screen.getByLabelText('What kind?'), 'Follow-up')
    expect(screen.getByLabelText('What kind?')).toBeVisible()
    expect(screen.getByLabelText('Another kind')).toBeChecked()
    await user.type(screen.getByLabelText('What kind?'), ' at home')

    expect(screen.getByLabelText('What kind?')).toHaveValue('Follow-up at home')
  })

  it('keeps what was typed on the way back', async () => {
    const user = open(PATH)
    await fill(user)
    await pageWith('Check this session before you set it up')

    window.history.back()

    await pageWith('Set up a session')
    expect(screen.getByLabelText('Start time')).toHaveValue('9.30')
    expect(screen.getByLabelText('Room 2')).toBeChecked()
  })

  it('says what is missing or cannot be', async () => {
    const user = open(PATH)
    await pageWith('Set up a session')

    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('link', { name: 'Enter the date of the session' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Enter a start time' })).toBeVisible()
    expect(document.title).toMatch(/^Error: Set up a session/)
    await expectAccessible()

    await user.type(screen.getByLabelText('Day'), '31')
    await user.type(screen.getByLabelText('Month'), '2')
    await user.type(screen.getByLabelText('Year'), '2027')
    await user.type(screen.getByLabelText('Start time'), '1pm')
    await user.type(screen.getByLabelText('End time'), '12:30pm')
    await user.click(screen.getByLabelText('Another length'))
    await user.type(screen.getByLabelText('Minutes'), '3')
    await user.click(screen.getByRole('button', { name: 'Continue' }))

    expect(await screen.findByRole('link', { name: 'Date of the session must be a real date' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'End time must be after the start time' })).toHaveAttribute('href', '#ends')
    expect(screen.getByRole('link', { name: /from 5 to 240/ })).toHaveAttribute('href', '#otherMinutes')
  })

  it('goes back to the form in words where it overlaps another', async () => {
    refuses('post', CREATE, 409, 'session-overlaps')
    const user = open(PATH)
    await fill(user)
    await pageWith('Check this session before you set it up')

    await user.click(await screen.findByRole('button', { name: 'Set up this session' }))

    await pageWith('Set up a session')
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('This overlaps another session here and in this room')
    await waitFor(() => expect(summary.parentElement).toHaveFocus())
    expect(screen.getByLabelText('Start time')).toHaveValue('9.30')
  })

  it('goes back to the form before the check where the preview is refused', async () => {
    refuses('post', `${CREATE}/preview`, 400, 'invalid', { errors: [{ pointer: '#/date', code: 'TooFarAhead' }] })
    const user = open(PATH)
    await fill(user)

    expect(
      await screen.findByRole('link', { name: 'Date of the session must be within the next 12 months' }),
    ).toHaveAttribute('href', '#date-day')
    expect(screen.getByLabelText('Start time')).toHaveValue('9.30')
  })

  it('shows the field that the service did not accept', async () => {
    refuses('post', CREATE, 400, 'invalid', { errors: [{ pointer: '#/date', code: 'TooFarAhead' }] })
    const user = open(PATH)
    await fill(user)
    await pageWith('Check this session before you set it up')

    await user.click(await screen.findByRole('button', { name: 'Set up this session' }))

    expect(
      await screen.findByRole('link', { name: 'Date of the session must be within the next 12 months' }),
    ).toHaveAttribute('href', '#date-day')
  })

  it('stays on the check when the service is away', async () => {
    refuses('post', CREATE, 503, 'unavailable')
    const user = open(PATH)
    await fill(user)
    await pageWith('Check this session before you set it up')

    await user.click(await screen.findByRole('button', { name: 'Set up this session' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Alongside is not available, so this was not saved')
    expect(screen.getByText('9:30am to 12:30pm')).toBeVisible()
  })
})
