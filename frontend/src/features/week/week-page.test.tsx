import { cleanup, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aLead, aWeek, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const WEEK = '/api/weeks/2026-11-23'

const cell = (hub: string, nth: number) =>
  within(screen.getByRole('row', { name: new RegExp(`^${hub}`) })).getAllByRole('cell')[nth] ?? document.body

/** A screen on which the seven days do not fit beside each other. */
function narrow() {
  const wide = window.matchMedia
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => ({ ...wide(query), matches: !query.includes('1001px') }))
}

describe('the week at all hubs', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', WEEK, aWeek())
  })

  it('has hubs as rows and days as columns, with the places left, and marks today', async () => {
    open('/week')
    await pageWith('This week')

    expect(document.title).toContain('Monday 23 November 2026 to Sunday 29 November 2026')
    expect(screen.getAllByRole('columnheader')).toHaveLength(8)
    expect(screen.getByRole('columnheader', { current: 'date' })).toHaveTextContent('Tuesday 24 NovemberToday')
    expect(cell('Market Street Library', 1)).toHaveTextContent('9:30am to 12:30pmFirst contact2 of 8 left')
    expect(cell('Village Hall', 1)).toHaveTextContent('Drop-in only')
    expect(cell('Market Street Library', 0)).toBeEmptyDOMElement()
    await expectAccessible()
  })

  it('marks the days on which a hub is closed, bank holidays and clock changes', async () => {
    const days = aWeek().days.map((day, at) => ({
      ...day,
      ...(at === 4 && { bankHoliday: 'Christmas Day' }),
      ...(at === 6 && { clockChange: 'back' }),
    }))
    answers('get', WEEK, aWeek({ days: days as never }))
    open('/week')
    await pageWith('This week')

    expect(cell('Market Street Library', 2)).toBeEmptyDOMElement()
    expect(cell('Market Street Library', 3)).toHaveTextContent('Closed New floor9:30am')
    expect(cell('Market Street Library', 4)).toHaveTextContent('Closed New floor')
    expect(screen.getByRole('columnheader', { name: /Bank holiday: Christmas Day/ })).toBeVisible()
    expect(screen.getByRole('columnheader', { name: /Clocks go back at 2am/ })).toBeVisible()
  })

  it('leads staff to the board of the day, and a lead to the session', async () => {
    open('/week')
    await pageWith('This week')
    expect(within(cell('Market Street Library', 1)).getByRole('link')).toHaveAttribute(
      'href',
      `/hubs/${LIBRARY}/days/2026-11-24`,
    )
    cleanup()

    open('/week', { council: aLead() })
    await pageWith('This week')

    expect(within(cell('Market Street Library', 1)).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/sessions\//),
    )
  })

  it('goes to the week before, to the next one and back to this one', async () => {
    const next = aWeek().days.map(({ date }, at) => ({ date: at === 0 ? '2026-11-30' : `2026-12-0${at}`, was: date }))
    answers('get', '/api/weeks/2026-11-30', aWeek({ days: next as never, items: [] }))
    const user = open('/week')
    await pageWith('This week')
    expect(screen.getByRole('link', { name: 'Previous week' })).toHaveAttribute('href', '/week?from=2026-11-16')
    expect(within(screen.getByRole('navigation', { name: 'Weeks' })).queryByText('This week')).toBeNull()

    await user.click(screen.getByRole('link', { name: 'Next week' }))

    expect(await screen.findByText('Monday 30 November 2026 to Sunday 6 December 2026')).toBeVisible()
    const weeks = within(screen.getByRole('navigation', { name: 'Weeks' }))
    expect(weeks.getByRole('link', { name: 'This week' })).toHaveAttribute('href', '/week')
  })

  it('shows one day after another on a narrow screen, with the hubs that have something on', async () => {
    narrow()
    open('/week')
    await pageWith('This week')

    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(7)
    expect(screen.getAllByRole('heading', { level: 3 }).map((hub) => hub.textContent)).toEqual([
      'Market Street Library',
      'Village Hall',
      ...Array.from({ length: 4 }, () => 'Market Street Library'),
    ])
    expect(screen.getAllByText('Nothing is planned.')).toHaveLength(2)
    await expectAccessible()
  })

  it('is for the hubs that are searched for, page by page', async () => {
    const sent = answers('get', WEEK, { ...aWeek(), next: 25 } as never)
    const user = open('/week')
    await pageWith('This week')
    expect(screen.getByRole('link', { name: /^Next\s*page/ })).toHaveAttribute('href', '/week?page=2')

    await user.type(screen.getByRole('searchbox'), 'hall{Enter}')

    expect(window.location.search).toBe('?search=hall')
    await vi.waitFor(() => expect(sent.at(-1)?.url.searchParams.get('search')).toBe('hall'))
  })

  it('has the numbers of work that has waited, for a lead only', async () => {
    const asked = answers('get', '/api/overdue-work', {
      until: '2026-11-19',
      items: [
        {
          hubId: LIBRARY,
          hubName: 'Market Street Library',
          attendanceToRecord: 3,
          conversationsToFinish: 1,
          stepsToDo: 4,
        },
      ],
      conversationsWithoutHub: 2,
      stepsWithoutHub: 0,
      conversationsWithoutReaders: 2,
    })
    open('/week')
    await pageWith('This week')
    expect(asked).toHaveLength(0)
    cleanup()

    open('/week', { council: aLead() })

    const table = within(await screen.findByRole('table', { name: 'Left over for more than two working days' }))
    expect(table.getByRole('row', { name: /^Market Street Library/ })).toHaveTextContent('Market Street Library314')
    expect(table.getAllByRole('row')).toHaveLength(3)
    expect(screen.getByText(/Thursday 19 November 2026 or before/)).toBeVisible()
    expect(
      screen.getByRole('link', { name: 'No one can open 2 restricted conversations. Name someone' }),
    ).toHaveAttribute('href', '/conversations-without-readers')
    await expectAccessible()
  })

  it('tells a lead that nothing has waited', async () => {
    open('/week', { council: aLead() })

    expect(await screen.findByText('Nothing has waited longer than two working days.')).toBeVisible()
  })

  it('has the head count of a session', async () => {
    const week = aWeek()
    const session = week.items[0]?.sessions[0]
    if (session) session.headcount = 12
    answers('get', WEEK, week)
    open('/week')
    await pageWith('This week')

    expect(cell('Market Street Library', 1)).toHaveTextContent('12 without a name')
  })

  it('says that nothing is planned, and that it cannot be shown', async () => {
    answers('get', WEEK, aWeek({ items: [{ id: LIBRARY, name: 'Library', sessions: [], closures: [] }] }))
    open('/week')
    expect(await screen.findByText('Nothing is planned in this week.')).toBeVisible()
    cleanup()

    refuses('get', WEEK, 503, 'unavailable')
    open('/week')

    expect(await screen.findByRole('heading', { name: 'Sorry, the service is unavailable' })).toBeVisible()
  })
})
