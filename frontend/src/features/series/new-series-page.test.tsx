import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from '../../api/browser'
import type { SeriesPreview } from '../../api/types'
import { readDraft } from '../../page/draft'
import { aHub, aLead, aPreviewDay, aSeries, aSeriesPreview, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses } from '../../test/server'

const PATH = `/hubs/${LIBRARY}/series/new`
const CREATE = `/api/hubs/${LIBRARY}/series`
const PREVIEW = `${CREATE}/preview`

async function fill(user: ReturnType<typeof open>) {
  await pageWith('Set up a series of sessions')
  await user.type(screen.getByLabelText('Kind of session (optional)'), 'First contact')
  await user.click(screen.getByLabelText('Tuesday'))
  const first = within(screen.getByRole('group', { name: 'First session' }))
  await user.type(first.getByLabelText('Day'), '1')
  await user.type(first.getByLabelText('Month'), '12')
  await user.type(first.getByLabelText('Year'), '2026')
  await user.type(screen.getByLabelText('Start time'), '9.30')
  await user.type(screen.getByLabelText('End time'), '12:30pm')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
}

/** Waits until the draft of this page has these values. */
function draftKept(typed: object = {}) {
  const request = new Request(window.location.href)
  return waitFor(async () => expect(await readDraft(request)).toMatchObject({ typed }))
}

describe('a new series', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
  })

  it('says what is to be known of a date in the council’s own words', async () => {
    const flags = (flag: SeriesPreview['dates'][number]['conflicts'][number]) => ({
      forbidden: true,
      conflicts: [flag],
    })
    answers(
      'post',
      PREVIEW,
      aSeriesPreview({
        dates: [
          aPreviewDay('2026-12-01', flags({ reason: 'hub-closed', why: 'New floor' })),
          aPreviewDay('2026-12-08', flags({ reason: 'clash', clash: { starts: '09:30', ends: '12:00' } })),
          aPreviewDay('2027-03-28', flags({ reason: 'clocks', time: '01:30', next: '02:00' })),
        ],
      }),
    )
    const council = aLead()
    const user = open(PATH, { council: { ...council, labels: { ...council.labels, hub: 'Outpost' } } })
    await fill(user)

    expect(await screen.findByText('Closed: New floor')).toBeVisible()
    expect(screen.getByText('This overlaps another session, 9:30am to midday')).toBeVisible()
    expect(
      screen.getByText('The clocks go forward, so 1:30am does not happen. Choose 2am or later, or skip this date'),
    ).toBeVisible()
  })

  it('is asked for, its dates are looked at and skipped, and it is set up once', async () => {
    const previews = answers('post', PREVIEW, aSeriesPreview())
    const sent = answers('post', CREATE, aSeries(), { status: 201 })
    answers('get', `/api/series/${aSeries().id}`, aSeries())
    const user = open(PATH)
    await pageWith('Set up a series of sessions')
    await expectAccessible()
    await fill(user)

    await pageWith('Check the dates before you set it up')
    expect(await screen.findByText('Every Tuesday')).toBeVisible()
    expect(screen.getByText('This overlaps Drop-in, 9:30am to 12:30pm, in Room 2')).toBeVisible()
    expect(screen.getByText('Boxing Day (substitute day)')).toBeVisible()
    await expectAccessible()
    // The date on which no session can be held is left out without a press.
    await waitFor(() => expect(previews.at(-1)?.body).toMatchObject({ skip: ['2026-12-15'] }))
    await user.dblClick(screen.getByRole('button', { name: 'Set up this series' }))

    await pageWith('First contact at Market Street Library: Every Tuesday')
    expect(screen.getByRole('alert')).toHaveTextContent('The series is set up, with 51 sessions')
    await expectAccessible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({
      repeats: 'weekly',
      from: '2026-12-01',
      every: 1,
      days: ['tuesday'],
      starts: '09:30',
      ends: '12:30',
      slotMinutes: 45,
      placesPerSlot: 1,
      kind: 'First contact',
      skip: ['2026-12-15'],
      keep: [],
    })
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy()
  })

  it('shows 25 later dates at a time', async () => {
    const later = Array.from({ length: 30 }, (_, at) =>
      aPreviewDay(`2027-01-${String(at + 1).padStart(2, '0')}`, {
        conflicts: [{ reason: 'hub-closed', why: `Work ${at + 1}` }],
        skipped: true,
      }),
    )
    answers('post', PREVIEW, aSeriesPreview({ later }))
    const user = open(PATH)
    await fill(user)
    const table = await screen.findByRole('table', { name: 'Later dates to look at' })
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 25)

    await user.click(screen.getByRole('link', { name: 'Page 2' }))

    expect(await screen.findByText('Closed: Work 30')).toBeVisible()
    expect(screen.queryByText('Closed: Work 25')).toBeNull()
  })

  it('warns of times outside the opening hours, and sets the series up all the same', async () => {
    answers(
      'get',
      `/api/hubs/${LIBRARY}`,
      aHub({ openingHours: [{ day: 'tuesday', opens: '10:00', closes: '17:00' }] }),
    )
    answers('post', PREVIEW, aSeriesPreview())
    const user = open(PATH)
    await fill(user)

    expect(await screen.findByText(/outside the opening hours.*Open on Tuesday: 10am to 5pm/)).toBeVisible()
    expect(screen.getByRole('row', { name: /1 December 2026.*Open on Tuesday: 10am to 5pm/ })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Set up this series' })).toBeEnabled()
  })

  it('comes back with what was typed after a reload of the form', async () => {
    const user = open(PATH)
    await pageWith('Set up a series of sessions')
    await user.type(screen.getByLabelText('Kind of session (optional)'), 'Walk and talk')
    await draftKept({ kind: 'Walk and talk' })

    await reload()

    expect(await screen.findByLabelText('Kind of session (optional)')).toHaveValue('Walk and talk')
  })

  it('stays on its check page at a reload, and is forgotten once it is set up', async () => {
    answers('post', PREVIEW, aSeriesPreview())
    answers('post', CREATE, aSeries(), { status: 201 })
    answers('get', `/api/series/${aSeries().id}`, aSeries())
    await fill(open(PATH))
    await pageWith('Check the dates before you set it up')
    await draftKept()

    const user = await reload()
    await user.click(await screen.findByRole('button', { name: 'Set up this series' }))

    await pageWith(/^First contact at /)
    expect(sessionStorage.getItem('alongside.draft')).toBeNull()
  })

  it('keeps the focus where breaks are added and taken away', async () => {
    const user = open(PATH)
    await pageWith('Set up a series of sessions')
    const add = () => screen.getByRole('button', { name: 'Add a break' })

    await user.click(add())
    expect(document.getElementById('break-0-starts')).toHaveFocus()
    await user.click(add())
    expect(document.getElementById('break-1-starts')).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Remove break 2' }))
    expect(document.getElementById('break-0-starts')).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Remove break 1' }))
    expect(add()).toHaveFocus()
  })

  it('says what is missing', async () => {
    const user = open(PATH)
    await pageWith('Set up a series of sessions')

    await user.click(screen.getByRole('button', { name: 'Continue' }))

    expect(await screen.findByRole('link', { name: 'Select the days it repeats on' })).toHaveAttribute('href', '#days')
    expect(screen.getByRole('link', { name: 'Enter the date of the first session' })).toBeVisible()
    expect(document.title).toMatch(/^Error: Set up a series/)
    await expectAccessible()
  })

  it('says which date is wrong', async () => {
    const user = open(PATH)
    await pageWith('Set up a series of sessions')
    const first = within(screen.getByRole('group', { name: 'First session' }))
    await user.type(first.getByLabelText('Day'), '31')
    await user.type(first.getByLabelText('Month'), '11')
    await user.type(first.getByLabelText('Year'), '2026')

    await user.click(screen.getByRole('button', { name: 'Continue' }))

    expect(await screen.findByRole('link', { name: 'First session must be a real date' })).toBeVisible()
  })

  it('shows beside its field what the service does not accept', async () => {
    refuses('post', PREVIEW, 400, 'invalid', { errors: [{ pointer: '#/slotMinutes', code: 'SlotDoesNotFit' }] })
    const user = open(PATH)

    await fill(user)

    expect(
      await screen.findByRole('link', { name: 'Each booking must be shorter than the time between breaks' }),
    ).toHaveAttribute('href', '#slotMinutes')
  })

  it('keeps what was typed when the session ends before it is sent, and says how to go on', async () => {
    vi.spyOn(browser, 'go').mockReturnValue(undefined)
    const user = open(PATH)
    await pageWith('Set up a series of sessions')
    const reads = refuses('get', `/api/hubs/${LIBRARY}`, 401, 'signed-out')
    refuses('get', '/api/council', 401, 'signed-out')
    refuses('post', PREVIEW, 401, 'signed-out')
    vi.setSystemTime(MORNING.getTime() + 46 * 60_000)
    act(() => void window.dispatchEvent(new Event('visibilitychange')))
    await waitFor(() => expect(reads).toHaveLength(1))

    await fill(user)

    expect(await screen.findByRole('link', { name: 'Sign in again in a new tab' })).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Back' }))
    expect(await screen.findByLabelText('Kind of session (optional)')).toHaveValue('First contact')
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('says in the service’s own words which session has the room', async () => {
    answers('post', PREVIEW, aSeriesPreview())
    refuses('post', CREATE, 409, 'session-overlaps', {
      detail: 'On Tuesday 15 December 2026 this overlaps Drop-in, 9:30am to 12:30pm, in Room 2.',
    })
    const user = open(PATH)
    await fill(user)

    await user.click(await screen.findByRole('button', { name: 'Set up this series' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('this overlaps Drop-in, 9:30am to 12:30pm, in Room 2')
  })
})
