import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPerson, aPractitioner, anId, found, LIBRARY, MARGARET, personBookings } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const PERSON = `/api/people/${MARGARET}`
const BOOKINGS = `${PERSON}/bookings`

beforeEach(() => {
  answers('get', BOOKINGS, { items: personBookings() } as never)
})

describe('finding people', () => {
  it('keeps the name out of the address, and finds the list again on the way back', async () => {
    const sent = answers('post', '/api/people/search', { items: [found()] })
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    const user = open('/people')
    await pageWith('People')
    await expectAccessible()

    await user.type(screen.getByLabelText('Find a person'), 'marg{Enter}')

    const row = await screen.findByRole('row', { name: /Margaret Ellison/ })
    expect(row).toHaveTextContent('1948Mill Laneending 9823 November 2026K7MW-3PQX')
    expect(sent[0]?.body).toEqual({ text: 'marg' })
    expect(window.location.href).not.toContain('marg')
    await expectAccessible()
    await user.click(within(row).getByRole('link'))
    await pageWith('Margaret Ellison')
    window.history.back()

    await pageWith('People')
    expect(screen.getByLabelText('Find a person')).toHaveValue('marg')
    expect(await screen.findByRole('row', { name: /Margaret Ellison/ })).toBeVisible()
  })

  it('asks for two letters', async () => {
    const user = open('/people')
    await pageWith('People')

    await user.clear(screen.getByLabelText('Find a person'))
    await user.type(screen.getByLabelText('Find a person'), 'm{Enter}')

    expect(await screen.findByRole('link', { name: 'Enter 2 letters or numbers or more' })).toBeVisible()
  })

  it('says that no one matches, and that it could not search', async () => {
    answers('post', '/api/people/search', { items: [] })
    const user = open('/people')
    await pageWith('People')
    await user.clear(screen.getByLabelText('Find a person'))
    await user.type(screen.getByLabelText('Find a person'), 'zzz{Enter}')
    expect(await screen.findByRole('heading', { name: 'No one matches ‘zzz’' })).toBeVisible()

    refuses('post', '/api/people/search', 429, 'too-many-requests')
    await user.type(screen.getByLabelText('Find a person'), 'z{Enter}')

    expect(await screen.findByText(/You have sent a lot in a short time/)).toBeVisible()
  })
})

describe('a person', () => {
  it('shows practitioners the open steps of the person', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    const step = {
      id: anId(71),
      conversationId: anId(72),
      details: { what: 'ring Colin', due: '2026-11-20' },
      status: 'open',
      changes: [],
      version: 0,
    }
    const asked = answers('get', '/api/steps', { items: [{ step, people: [] }] } as never)
    open(`/people/${MARGARET}`, { council: aPractitioner() })

    expect((await screen.findAllByText(/ring Colin/))[0]).toBeVisible()
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({ ownedBy: 'all', personId: MARGARET })
    await expectAccessible()
  })

  it('shows how to reach them, what they need and their bookings', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    open(`/people/${MARGARET}`)

    await pageWith('Margaret Ellison')

    expect(document.title).toBe('Margaret Ellison – Alongside – Larkshire Council')
    expect(screen.getByText('07700 900982')).toBeVisible()
    expect(screen.getByText('27 March 1948')).toBeVisible()
    expect(screen.getByText('Step-free way in')).toBeVisible()
    expect(await screen.findByRole('row', { name: /Tuesday 3 November 2026 midday Elland Road/ })).toHaveTextContent(
      'Arrived',
    )
    expect(screen.getByRole('row', { name: /Tuesday 20 October 2026 10:07am, without a booking/ })).toHaveTextContent(
      'Finished',
    )
    await expectAccessible()
  })

  it('leads from each booking to its row on the board, and to a booking of this person', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    open(`/people/${MARGARET}`)
    await pageWith('Margaret Ellison')

    expect(await screen.findByRole('link', { name: 'Tuesday 3 November 2026' })).toHaveAttribute(
      'href',
      `/hubs/${anId(12)}/days/2026-11-03#booking-${anId(61)}`,
    )
    expect(screen.getByRole('link', { name: 'Tuesday 20 October 2026' })).toHaveAttribute(
      'href',
      `/hubs/${LIBRARY}/days/2026-10-20`,
    )
    expect(screen.getByRole('button', { name: 'Book this person' })).toHaveAttribute('href', `/people/${MARGARET}/book`)
  })

  it('lives in a street without the number of the house', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    refuses('put', PERSON, 400, 'invalid', { errors: [{ pointer: '#/street', code: 'StreetWithHouseNumber' }] })
    const user = open(`/people/${MARGARET}/edit`)
    await pageWith('Change details for Margaret Ellison')

    await user.clear(screen.getByLabelText('Street (optional)'))
    await user.type(screen.getByLabelText('Street (optional)'), '14 Mill Lane')
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByRole('link', { name: 'Enter the street without the house number' })).toBeVisible()
    expect(screen.getByLabelText('Street (optional)')).toHaveAccessibleDescription(/^Without the house number/)
  })

  it('may have nothing yet', async () => {
    answers('get', BOOKINGS, { items: [] })
    const bare = { needs: [], noContact: true, id: MARGARET, version: 1 }
    const name = { firstName: 'Bo', lastName: 'Ek', name: 'Bo Ek', reference: 'W5CT-J8FR' }
    answers('get', PERSON, { ...bare, ...name })
    open(`/people/${MARGARET}`)

    await pageWith('Bo Ek')

    expect(await screen.findByText('No bookings or walk-ins yet.')).toBeVisible()
    expect(screen.getByText('No phone or email')).toBeVisible()
    expect(screen.getAllByText('Not provided')).toHaveLength(4)
  })

  it('shows earlier bookings when asked', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    const [latest, ...earlier] = personBookings()
    answers('get', BOOKINGS, { items: [latest], next: anId(31) } as never)
    const user = open(`/people/${MARGARET}`)
    await pageWith('Margaret Ellison')
    const more = await screen.findByRole('button', { name: 'Show earlier bookings and walk-ins' })
    const sent = answers('get', BOOKINGS, { items: earlier } as never)

    await user.click(more)

    expect(await screen.findByRole('row', { name: /without a booking/ })).toBeVisible()
    expect(screen.getByRole('row', { name: /Tuesday 24 November 2026/ })).toBeVisible()
    expect(screen.queryByRole('button', { name: /Show earlier/ })).not.toBeInTheDocument()
    expect(sent[0]?.url.searchParams.get('after')).toBe(anId(31))
  })

  it('still shows who they are when their bookings cannot be read', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    refuses('get', BOOKINGS, 429, 'too-many-requests')
    open(`/people/${MARGARET}`)
    await pageWith('Margaret Ellison')

    expect(await screen.findByText(/You have sent a lot in a short time/)).toBeVisible()
    expect(screen.queryByText('No bookings or walk-ins yet.')).not.toBeInTheDocument()
    expect(screen.getByText('07700 900982')).toBeVisible()
  })

  it('is not there for another council', async () => {
    refuses('get', PERSON, 404, 'not-found')
    open(`/people/${MARGARET}`)

    expect(await pageWith('Page not found')).toBeVisible()
  })
})

describe('a change of a person', () => {
  it('names the version that it replaces', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    const sent = answers('put', PERSON, aPerson({ version: 4 }) as never, { headers: { ETag: '"4"' } })
    const user = open(`/people/${MARGARET}/edit`)
    await pageWith('Change details for Margaret Ellison')
    await expectAccessible()

    await user.clear(screen.getByLabelText('Phone number'))
    await user.type(screen.getByLabelText('Phone number'), '01632 960001')
    await user.click(screen.getByLabelText('Hearing loop'))
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    await pageWith('Margaret Ellison')
    const banner = screen.getByRole('alert')
    expect(banner).toHaveTextContent('The changes are saved')
    await waitFor(() => expect(banner).toHaveFocus())
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
    expect(sent[0]?.body).toEqual({
      firstName: 'Margaret',
      lastName: 'Ellison',
      phone: '01632 960001',
      noContact: false,
      dateOfBirth: '1948-03-27',
      street: 'Mill Lane',
      needs: ['step-free', 'someone-with-me', 'hearing-loop'],
      needsNote: 'Likes to be called Peg',
    })
  })

  it('shows what another member of staff changed, and saves over it only when asked', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    refuses('put', PERSON, 412, 'stale-version', { current: aPerson({ version: 4 }) })
    const user = open(`/people/${MARGARET}/edit`)
    await pageWith('Change details for Margaret Ellison')
    await user.clear(screen.getByLabelText('Phone number'))
    await user.type(screen.getByLabelText('Phone number'), '01632 960001')
    answers('get', PERSON, aPerson({ version: 4, email: 'peg@people.example' }) as never, { headers: { ETag: '"4"' } })
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Someone else changed this record')
    expect(screen.getByRole('row', { name: 'Phone number 07700 900982 01632 960001' })).toBeVisible()
    expect(screen.getByRole('row', { name: 'Email address peg@people.example Not provided' })).toBeVisible()
    expect(screen.getByLabelText('Phone number')).toHaveValue('01632 960001')
    await expectAccessible()
    const sent = answers('put', PERSON, aPerson({ version: 5 }) as never)
    await user.click(screen.getByRole('button', { name: 'Save what I typed' }))

    await pageWith('Margaret Ellison')
    expect(sent[0]?.headers.get('If-Match')).toBe('"4"')
  })

  it('says what is wrong by part', async () => {
    answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
    const user = open(`/people/${MARGARET}/edit`)
    await pageWith('Change details for Margaret Ellison')

    await user.clear(screen.getByLabelText('Year'))
    await user.click(screen.getByRole('button', { name: 'Save changes' }))
    await user.click(await screen.findByRole('link', { name: 'Date of birth must include a year' }))

    expect(screen.getByLabelText('Day')).toHaveFocus()
    expect(document.title).toMatch(/^Error: /)
  })
})

/** Margaret, who has a record. */
function duplicate() {
  return { person: found(), shared: ['date-of-birth', 'phone'] }
}

describe('a new person', () => {
  it('is added once for a double press', async () => {
    const sent = answers('post', '/api/people', aPerson({ id: anId(77), name: 'Zadie Okoro' }) as never, {
      status: 201,
    })
    answers('get', `/api/people/${anId(77)}/bookings`, { items: [] })
    answers('get', `/api/people/${anId(77)}`, aPerson({ id: anId(77), name: 'Zadie Okoro' }) as never)
    const user = open('/people/new')
    await pageWith('Add a new person')
    await expectAccessible()

    await user.type(screen.getByLabelText('First name'), 'Zadie')
    await user.type(screen.getByLabelText('Last name (optional)'), 'Okoro')
    await user.type(screen.getByLabelText('Email address'), 'zadie@people.example')
    await user.dblClick(screen.getByRole('button', { name: 'Add this person' }))

    await pageWith('Zadie Okoro')
    expect(screen.getByRole('alert')).toHaveTextContent('Zadie Okoro is added')
    expect(sent).toHaveLength(1)
  })

  it('is compared with the people who have a record, who can be opened instead', async () => {
    const asked = answers('post', '/api/people/duplicates', { items: [duplicate()] })
    const sent = answers('post', '/api/people', aPerson({ id: anId(77) }) as never, { status: 201 })
    const user = open('/people/new')
    await pageWith('Add a new person')
    await user.type(screen.getByLabelText('First name'), 'Margret')
    await user.type(screen.getByLabelText('Last name (optional)'), 'Ellison')
    await user.type(screen.getByLabelText('Phone number'), '07700 900982')
    await user.type(screen.getByLabelText('NHS number (optional)'), '943 476 5919')
    await user.click(screen.getByRole('button', { name: 'Add this person' }))

    const notice = await screen.findByRole('alert')
    expect(notice).toHaveTextContent('Is this the person you are adding?')
    expect(notice).toHaveTextContent('Same date of birth and phone number')
    expect(notice.parentElement).toHaveFocus()
    expect(screen.getByRole('link', { name: 'This is the same person as Margaret Ellison' })).toHaveAttribute(
      'href',
      `/people/${MARGARET}`,
    )
    expect(asked[0]?.body).toEqual({
      firstName: 'Margret',
      lastName: 'Ellison',
      phone: '07700 900982',
      nhsNumber: '943 476 5919',
    })
    expect(sent).toHaveLength(0)
    await expectAccessible()
  })

  it('is added all the same if they are someone else', async () => {
    const asked = answers('post', '/api/people/duplicates', { items: [duplicate()] })
    const sent = answers('post', '/api/people', aPerson({ id: anId(77), name: 'Margret Ellison' }) as never, {
      status: 201,
    })
    answers('get', `/api/people/${anId(77)}/bookings`, { items: [] })
    answers('get', `/api/people/${anId(77)}`, aPerson({ id: anId(77), name: 'Margret Ellison' }) as never)
    const user = open('/people/new')
    await pageWith('Add a new person')
    await user.type(screen.getByLabelText('First name'), 'Margret')
    await user.click(screen.getByLabelText('No phone or email'))
    await user.click(screen.getByRole('button', { name: 'Add this person' }))
    await user.click(await screen.findByRole('button', { name: 'Add anyway' }))

    await pageWith('Margret Ellison')
    expect(asked).toHaveLength(1)
    expect(sent).toHaveLength(1)
  })
})
