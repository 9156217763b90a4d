import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  aCouncil,
  aFigure,
  aFigureSummary,
  aLead,
  anId,
  aPractitioner,
  LIBRARY,
  theFigurePeople,
  theFigureSessions,
} from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers } from '../../test/server'

const SESSIONS = `/insights/attended/sessions?by=quarter&hub=${LIBRARY}&from=2026-07-01`
const PEOPLE = `/insights/attended/people?by=quarter&hub=${LIBRARY}&from=2026-07-01&day=2026-09-02&of=Drop-in`

describe('the sessions behind a figure', () => {
  it('are one step from each period of a hub', async () => {
    answers('get', '/api/figures/attended', aFigure(aFigureSummary({ figure: 'attended', unit: 'percent' })) as never)
    open(`/insights/attended?hub=${LIBRARY}`, { council: aPractitioner() })

    expect(await screen.findByRole('link', { name: 'July to September 2026' })).toHaveAttribute('href', SESSIONS)
  })

  it('have numbers that make up the figure, and lead to their people', async () => {
    answers('get', '/api/figures/attended/sessions', theFigureSessions({ restricted: 1 }) as never)
    open(SESSIONS, { council: aPractitioner() })
    await pageWith('Sessions behind a figure')

    expect(
      await screen.findByText('Bookings that were kept, Market Street Library, July to September 2026.'),
    ).toBeVisible()
    expect(screen.getByText('80%, of 5 counted.')).toBeVisible()
    expect(screen.getByText(/^1 more is counted in the figure/)).toBeVisible()
    expect(screen.getByRole('row', { name: /2 September 2026/ })).toHaveTextContent('Drop-in321See the people')
    expect(screen.getByRole('link', { name: 'See the people: 2 September 2026, Drop-in' })).toHaveAttribute(
      'href',
      PEOPLE,
    )
    await expectAccessible()
  })

  it('lead a lead to no people', async () => {
    answers('get', '/api/figures/attended/sessions', theFigureSessions() as never)
    open(SESSIONS, { council: aLead() })

    expect(await screen.findByText('80%, of 5 counted.')).toBeVisible()
    expect(screen.queryByRole('link', { name: /See the people/ })).toBeNull()
  })

  it('of conversations lead hub staff who see figures to no people', async () => {
    answers('get', '/api/figures/connected/sessions', theFigureSessions() as never)
    const staff = aCouncil()
    staff.me.authorities = [...staff.me.authorities, 'figures:read']
    open(SESSIONS.replace('attended', 'connected'), { council: staff })

    expect(await screen.findByText('80%, of 5 counted.')).toBeVisible()
    expect(screen.queryByRole('link', { name: /See the people/ })).toBeNull()
  })

  it('are withheld where they tell of people', async () => {
    answers('get', '/api/figures/assessment/sessions', { ...theFigureSessions({ items: [] }), all: undefined } as never)
    open(SESSIONS.replace('attended', 'assessment'), { council: aLead() })

    expect(await screen.findByText(/Only practitioners see its sessions/)).toBeVisible()
  })
})

describe('the people behind a figure', () => {
  it('are shown after a reason is given', async () => {
    const sent = answers(
      'post',
      '/api/figures/attended/people',
      theFigurePeople({ next: anId(21), unnamed: 1 }) as never,
    )
    const user = open(PEOPLE, { council: aPractitioner() })
    await pageWith('People behind a figure')

    await user.click(screen.getByRole('button', { name: 'Show the people' }))
    expect(screen.getByRole('link', { name: /Enter why you look/ })).toBeVisible()
    expect(sent).toEqual([])
    await expectAccessible()
    await user.type(screen.getByLabelText('Why do you look at these people?'), ' To ring them ')
    await user.click(screen.getByRole('button', { name: 'Show the people' }))

    const table = within(await screen.findByRole('table'))
    expect(table.getByRole('link', { name: 'Margaret Ellison' })).toBeVisible()
    expect(screen.getByText('66.7%, of 3 counted.')).toBeVisible()
    expect(screen.getByText('1 is of a person who gave no name.')).toBeVisible()
    const look = {
      hubId: LIBRARY,
      by: 'quarter',
      from: '2026-07-01',
      day: '2026-09-02',
      sessionKind: 'Drop-in',
      reason: 'To ring them',
    }
    expect(sent[0]?.body).toEqual(look)
    await expectAccessible()

    const [margaret] = theFigurePeople().items
    const others = answers(
      'post',
      '/api/figures/attended/people',
      theFigurePeople({ items: [{ ...margaret, personId: anId(22), name: 'Tom Akande' }] } as never) as never,
    )
    await user.click(screen.getByRole('button', { name: 'Show more people' }))
    expect(await screen.findByRole('link', { name: 'Tom Akande' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Margaret Ellison' })).toBeVisible()
    expect(others[0]?.body).toEqual(look)
    expect(others[0]?.url.searchParams.get('after')).toBe(anId(21))
  })

  it('who wait now are one each', async () => {
    const [margaret] = theFigurePeople().items
    answers(
      'post',
      '/api/figures/waiting-now/people',
      theFigurePeople({
        unit: 'people',
        all: { base: 1, part: 0, value: 1, notCounted: [] },
        items: [{ ...margaret, units: { base: 1, part: 0, value: 1, notCounted: [] } }],
      } as never) as never,
    )
    const user = open(PEOPLE.replace('attended', 'waiting-now'), { council: aPractitioner() })
    await pageWith('People behind a figure')
    await user.type(screen.getByLabelText('Why do you look at these people?'), 'To ring them')
    await user.click(screen.getByRole('button', { name: 'Show the people' }))

    const row = await screen.findByRole('row', { name: /Margaret Ellison/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .slice(1, 3)
        .map((cell) => cell.textContent),
    ).toEqual(['1', '1 person'])
  })
})
