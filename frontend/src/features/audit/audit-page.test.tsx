import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aCouncil, anId, found, MARGARET } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const PRIYA = anId(209)

function lead() {
  const council = aCouncil()
  return { ...council, me: { ...council.me, authorities: ['council:read', 'audit:read', 'person:read'] } }
}

const FERNHILL = anId(301)

const entry = { times: 1, since: '2026-11-24T09:00:00Z', moreSubjects: 0, subjects: [], values: [], sealed: true }

const events = [
  {
    ...entry,
    id: anId(27),
    seq: 27,
    at: '2026-11-24T09:32:00Z',
    actorKind: 'member',
    memberId: PRIYA,
    memberName: 'Priya Shah',
    action: 'checked-in',
    kind: 'booking',
  },
  {
    ...entry,
    id: anId(26),
    sealed: false,
    at: '2026-11-24T09:30:00Z',
    actorKind: 'service',
    action: 'brand-new',
    kind: 'thing',
  },
]

/** One entry of Priya's. */
const priyas = (event: object) => ({ items: [{ ...events[0], ...event }] }) as never

const margaret = { kind: 'person', id: MARGARET, exists: true, reference: 'K7P3' }

describe('who did what', () => {
  it('says it in words, without a resident’s name, and leads to earlier entries', async () => {
    const asked = answers('get', '/api/audit/events', { items: events, next: anId(26) } as never)
    const user = open('/audit', { council: lead() })
    await pageWith('Who did what')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent(
      'Priya Shahchecked someone in24 November 2026 at 9:32am',
    )
    expect(screen.getByRole('row', { name: /Alongside itself/ })).toHaveTextContent(
      'brand new (thing)24 November 2026 at 9:30am, not sealed yet',
    )
    await expectAccessible()

    await user.click(screen.getByRole('link', { name: /Earlier/ }))

    await expect.poll(() => asked.some((one) => one.url.searchParams.get('after') === anId(26))).toBe(true)
  })

  it('says whose record was opened, to a reader who may know the name', async () => {
    answers(
      'get',
      '/api/audit/events',
      priyas({ kind: 'person', action: 'read', subjects: [{ ...margaret, name: 'Margaret Ellison' }] }),
    )
    open('/audit', { council: lead() })
    await pageWith('Who did what')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent(
      'Priya Shahopened Margaret Ellison’s record.',
    )
    expect(screen.getByRole('link', { name: 'Margaret Ellison' })).toHaveAttribute('href', `/people/${MARGARET}`)
    expect(screen.getByRole('link', { name: 'All entries about Margaret Ellison' })).toHaveAttribute(
      'href',
      `/audit?subjectId=${MARGARET}`,
    )
    await expectAccessible()
  })

  it('shows only the entries about one record, by its id', async () => {
    const asked = answers('get', '/api/audit/events', priyas({ kind: 'person', action: 'read', subjects: [margaret] }))
    const user = open('/audit?kind=person', { council: lead() })
    await pageWith('Who did what')

    await user.click(screen.getByRole('link', { name: 'person K7P3' }))

    expect(await screen.findByText(/Only what concerns person K7P3/)).toBeVisible()
    expect(asked.at(-1)?.url.search).toBe(`?kind=person&subjectId=${MARGARET}`)
    expect(screen.getByRole('link', { name: /Download these entries/ })).toHaveAttribute(
      'href',
      `/api/audit/export?kind=person&subjectId=${MARGARET}`,
    )
  })

  it('finds a person by name, and shows the entries about them', async () => {
    const asked = answers('get', '/api/audit/events', priyas({ kind: 'person', action: 'read', subjects: [margaret] }))
    const searched = answers('post', '/api/people/search', { items: [found()] } as never)
    const user = open('/audit?kind=person', { council: lead() })
    await pageWith('Who did what')
    const box = screen.getByRole('combobox', { name: 'Entries about one person' })
    expect(box).not.toHaveFocus()

    await user.type(box, 'marg')
    await user.click(await screen.findByRole('option', { name: /Margaret Ellison/ }))

    expect(await screen.findByText(/Only what concerns person K7P3/)).toBeVisible()
    expect(searched.at(-1)?.body).toEqual({ text: 'marg' })
    expect(asked.at(-1)?.url.search).toBe(`?kind=person&subjectId=${MARGARET}`)
    await expectAccessible()
  })

  it('finds a person by reference for a lead who may not know names', async () => {
    const asked = answers('get', '/api/audit/events', priyas({ kind: 'person', action: 'read', subjects: [margaret] }))
    refuses('post', '/api/audit/subjects/search', 404, 'not-found')
    const all = lead()
    const user = open('/audit', { council: { ...all, me: { ...all.me, authorities: ['council:read', 'audit:read'] } } })
    await pageWith('Who did what')
    expect(screen.queryByRole('combobox')).toBeNull()

    await user.click(screen.getByRole('button', { name: 'Show these entries' }))
    expect(await screen.findByRole('link', { name: 'Enter a reference' })).toHaveAttribute('href', '#reference')
    await user.type(screen.getByLabelText('Entries about one person'), 'k7p3')
    await user.click(screen.getByRole('button', { name: 'Show these entries' }))
    expect(await screen.findByRole('link', { name: /No person has this reference/ })).toBeVisible()
    await expectAccessible()

    const sent = answers('post', '/api/audit/subjects/search', { id: MARGARET } as never)
    await user.click(screen.getByRole('button', { name: 'Show these entries' }))

    expect(await screen.findByText(/Only what concerns person K7P3/)).toBeVisible()
    expect(sent[0]?.body).toEqual({ reference: 'k7p3' })
    expect(asked.at(-1)?.url.search).toBe(`?subjectId=${MARGARET}`)
  })

  it('says so of a person who is no longer kept', async () => {
    const gone = { kind: 'person', id: MARGARET, exists: false }
    answers('get', '/api/audit/events', priyas({ kind: 'person', action: 'corrected', subjects: [gone] }))
    open('/audit', { council: lead() })
    await pageWith('Who did what')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent(
      'changed a person’s detailsa person who is no longer kept',
    )
  })

  it('says so of a reason that cannot be read', async () => {
    const look = { kind: 'figure-look', id: FERNHILL, exists: true }
    answers('get', '/api/audit/events', priyas({ kind: 'figure-look', action: 'opened', subjects: [look] }))
    open('/audit', { council: lead() })
    await pageWith('Who did what')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent(
      'opened the people behind a figureThe reason cannot be read',
    )
  })

  it('says once how often a board was looked at, of which day, and with whom', async () => {
    const board = { kind: 'day', id: FERNHILL, exists: true, name: 'Fernhill Library', hubId: FERNHILL }
    answers(
      'get',
      '/api/audit/events',
      priyas({
        kind: 'day',
        action: 'read',
        times: 37,
        subjects: [board, margaret],
        moreSubjects: 12,
        values: [{ name: 'day', to: '2026-11-30' }],
      }),
    )
    open('/audit', { council: lead() })
    await pageWith('Who did what')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent(
      'Priya Shahlooked at the board of a dayFernhill Library, Monday 30 Novemberperson K7P312 more' +
        '37 times on 24 November 2026, from 9am to 9:32am',
    )
  })

  it('says which settings were changed, from what to what', async () => {
    const hub = { kind: 'hub', id: FERNHILL, exists: true, name: 'Fernhill Library', hubId: FERNHILL }
    answers(
      'get',
      '/api/audit/events',
      priyas({
        kind: 'hub',
        action: 'edited',
        subjects: [hub],
        values: [
          { name: 'open-monday', from: '09:00-17:00', to: '10:00-16:00' },
          { name: 'open-friday', from: '09:00-12:00, 13:00-17:00' },
          { name: 'drop-in', from: 'no', to: 'yes' },
          { name: 'directions' },
          { name: 'first-day', to: '2026-12-24' },
          { name: 'newer', to: 'than this page' },
        ],
      }),
    )
    open('/audit', { council: lead() })
    await pageWith('Who did what')

    expect(screen.getByRole('link', { name: 'Fernhill Library' })).toHaveAttribute('href', `/hubs/${FERNHILL}`)
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      expect.arrayContaining([
        'Opening hours on Monday: 9am to 5pm → 10am to 4pm',
        'Opening hours on Friday: 9am to midday, 1pm to 5pm was removed',
        'Drop-in: No → Yes',
        'How to find it was changed',
        'First day closed: Thursday 24 December 2026',
        'newer: than this page',
      ]),
    )
    await expectAccessible()
  })

  it('shows the days that were typed, and says what is no day', async () => {
    const asked = answers('get', '/api/audit/events', { items: events } as never)
    const user = open('/audit?kind=booking&to=2026-11-24', { council: lead() })
    await pageWith('Who did what')
    const from = within(screen.getByRole('group', { name: 'From (optional)' }))
    expect(within(screen.getByRole('group', { name: 'To (optional)' })).getByLabelText('Day')).toHaveValue('24')

    await user.type(from.getByLabelText('Day'), '31')
    await user.type(from.getByLabelText('Month'), '11')
    await user.type(from.getByLabelText('Year'), '2026')
    await user.click(screen.getByRole('button', { name: 'Show these days' }))
    expect(await screen.findByRole('link', { name: 'From must be a real date' })).toHaveAttribute('href', '#from-day')
    await expectAccessible()

    await user.clear(from.getByLabelText('Day'))
    await user.type(from.getByLabelText('Day'), '25')
    await user.click(screen.getByRole('button', { name: 'Show these days' }))
    expect(await screen.findByRole('link', { name: /same day as From or later/ })).toBeVisible()

    await user.clear(from.getByLabelText('Day'))
    await user.type(from.getByLabelText('Day'), '1')
    await user.click(screen.getByRole('button', { name: 'Show these days' }))
    await expect.poll(() => asked.at(-1)?.url.search).toBe('?kind=booking&from=2026-11-01&to=2026-11-24')
  })

  it('shows what one member did', async () => {
    const asked = answers('get', '/api/audit/events', { items: events } as never)
    const user = open('/audit?kind=booking', { council: lead() })
    await pageWith('Who did what')

    await user.click(screen.getByRole('link', { name: 'Priya Shah' }))

    expect(await screen.findByText(/Only what Priya Shah did/)).toBeVisible()
    expect(asked.at(-1)?.url.search).toBe(`?kind=booking&memberId=${PRIYA}`)
  })

  it('shows the record of team and settings, which another service keeps', async () => {
    answers('get', '/api/audit/events', { items: events } as never)
    const asked = answers('get', '/api/settings/audit/events', {
      items: [{ ...events[0], kind: 'member', action: 'edited' }],
    } as never)
    const user = open('/audit', { council: lead() })
    await pageWith('Who did what')

    await user.click(screen.getByRole('link', { name: 'Team and settings' }))

    expect(await screen.findByRole('row', { name: /changed a member/ })).toHaveTextContent('Priya Shah')
    await user.click(screen.getByRole('link', { name: 'Invitations' }))
    await expect.poll(() => asked.at(-1)?.url.search).toBe('?kind=invitation')
    await expectAccessible()
  })

  it('checks both records against the ends that the other service keeps, and says what is wrong', async () => {
    const end = { seq: 20, hash: 'ab'.repeat(32) }
    answers('get', '/api/audit/events', { items: events } as never)
    answers('get', '/api/audit/anchors', { items: [] } as never)
    answers('get', '/api/settings/audit/anchors', { items: [{ ...end, at: '2026-11-24T09:07:00Z' }] } as never)
    const sent = answers('post', '/api/audit/verifications', {
      events: 19,
      unsealed: 0,
      findings: [{ seq: 20, what: 'cut' }],
    } as never)
    answers('post', '/api/settings/audit/verifications', { events: 8, unsealed: 1, findings: [] } as never)
    const user = open('/audit', { council: lead() })
    await pageWith('Who did what')

    await user.click(screen.getByRole('button', { name: 'Check both records' }))

    expect(await screen.findByText('From entry 20 on, entries were cut off.')).toBeVisible()
    expect(sent.at(-1)?.body).toEqual({ anchors: [end] })
    expect(screen.getByText(/Compared with 1 end .* of 24 November 2026 at 9:07am/)).toBeVisible()
    expect(screen.getByText('8 entries were checked. The record is whole.')).toBeVisible()
    expect(screen.getByText(/keeps no end of it yet/)).toBeVisible()
    await expectAccessible()
  })

  it('says that someone else is checking at this moment', async () => {
    answers('get', '/api/audit/events', { items: events } as never)
    answers('get', '/api/audit/anchors', { items: [] } as never)
    answers('get', '/api/settings/audit/anchors', { items: [] } as never)
    refuses('post', '/api/audit/verifications', 409, 'verification-under-way')
    refuses('post', '/api/settings/audit/verifications', 409, 'verification-under-way')
    const user = open('/audit', { council: lead() })
    await pageWith('Who did what')

    await user.click(screen.getByRole('button', { name: 'Check both records' }))

    expect(await screen.findByText(/Someone in your council is checking the record/)).toBeVisible()
  })

  it('shows for one person who read or changed the record, page by page', async () => {
    const entry = { id: anId(9), at: '2026-11-24T09:32:00Z', memberName: 'Priya Shah', action: 'read', kind: 'person' }
    const sent = answers('get', `/api/people/${MARGARET}/access-log`, { items: [entry], next: anId(9) } as never)
    const user = open(`/people/${MARGARET}/access-log`)
    await pageWith('Access log')

    expect(screen.getByRole('row', { name: /Priya Shah/ })).toHaveTextContent('looked at a person')
    await expectAccessible()
    answers('get', `/api/people/${MARGARET}/access-log`, { items: [] } as never)
    await user.click(screen.getByRole('link', { name: /Earlier/ }))

    expect(await screen.findByText('No member of staff has looked at this record yet.')).toBeVisible()
    expect(screen.getByRole('link', { name: /Latest/ })).toBeVisible()
    expect(sent).toHaveLength(1)
  })
})
