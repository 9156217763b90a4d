import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPerson, aPractitioner, anId, LIBRARY, MARGARET, timeline } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers } from '../../test/server'

const PERSON = `/api/people/${MARGARET}`

describe('the timeline of a person', () => {
  beforeEach(() => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    answers('get', `${PERSON}/timeline`, { items: timeline() } as never)
  })

  it('shows practitioners bookings, conversations, steps and measures, each with its page', async () => {
    open(`/people/${MARGARET}`, { council: aPractitioner() })
    await pageWith('Margaret Ellison')

    const table = await screen.findByRole('table', { name: 'What happened so far' })
    const links = within(table)
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')])
    expect(links).toEqual([
      ['A booking', `/hubs/${LIBRARY}/days/2026-12-01#booking-${anId(91)}`],
      ['A conversation', `/conversations/${anId(201)}`],
      ['A next step', `/conversations/${anId(201)}`],
      ['Questions on how they are', `/people/${MARGARET}/measures/answers/${anId(93)}`],
    ])
    expect(within(table).getByText('Restricted to named staff')).toBeVisible()
    expect(within(table).getByText('By 30 November 2026')).toBeVisible()
    await expectAccessible()
  })
})

describe('the list of people who were not spoken to', () => {
  it('has six weeks at first, and any number that is asked for', async () => {
    const item = { personId: MARGARET, personName: 'Margaret Ellison', personReference: 'K7MW-3PQX', day: '2026-09-14' }
    const sent = answers('get', '/api/last-spoken', { items: [item] } as never)
    const user = open('/last-spoken', { council: aPractitioner() })
    await pageWith('Not spoken to for a while')
    expect(await screen.findByRole('row', { name: /Margaret Ellison.*14 September 2026/ })).toBeVisible()
    await expectAccessible()

    await user.clear(screen.getByLabelText(/^Weeks without/))
    await user.type(screen.getByLabelText(/^Weeks without/), '12')
    await user.click(screen.getByRole('button', { name: 'Show the list' }))

    expect(await screen.findByText('Not spoken to for 12 weeks or more')).toBeVisible()
    expect(sent.map(({ url }) => url.searchParams.get('weeks'))).toEqual(['6', '12'])
    await user.clear(screen.getByLabelText(/^Weeks without/))
    await user.click(screen.getByRole('button', { name: 'Show the list' }))
    expect(await screen.findByRole('link', { name: /Enter a whole number of weeks/ })).toBeVisible()
  })
})
