import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aLead, anId, aPerson, aPersonMerge, found, MARGARET, personBookings } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const PERSON = `/api/people/${MARGARET}`
const PEG = anId(79)

function margaret() {
  answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
  answers('get', `${PERSON}/bookings`, { items: personBookings() } as never)
}

describe('a suggestion to merge two people', () => {
  it('names the other person, who is kept, and why', async () => {
    margaret()
    answers('post', '/api/people/search', { items: [found({ id: PEG, name: 'Peg Ellison' })] })
    const sent = answers('post', '/api/person-merges', aPersonMerge() as never, { status: 201 })
    const user = open(`/people/${MARGARET}/merge`)
    await pageWith('Is Margaret Ellison recorded twice?')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Suggest merging' }))
    expect(await screen.findByRole('link', { name: 'Select the other person' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Enter a reason' })).toBeVisible()

    await user.type(screen.getByRole('combobox'), 'peg')
    await user.click(await screen.findByRole('option', { name: /Peg Ellison/ }))
    await user.type(screen.getByLabelText('Why do you think so?'), 'The same phone')
    await user.click(screen.getByRole('button', { name: 'Suggest merging' }))

    await pageWith('Margaret Ellison')
    expect(screen.getByRole('alert')).toHaveTextContent('A lead can now decide about it')
    expect(sent[0]?.body).toEqual({ mergedId: PEG, keptId: MARGARET, reason: 'The same phone' })
  })

  it('says that it was made already', async () => {
    margaret()
    answers('post', '/api/people/search', { items: [found({ id: PEG, name: 'Peg Ellison' })] })
    refuses('post', '/api/person-merges', 409, 'merge-already-suggested', {
      detail: 'Merging these people is suggested already. A lead decides about it.',
    })
    const user = open(`/people/${MARGARET}/merge`)
    await pageWith('Is Margaret Ellison recorded twice?')
    await user.type(screen.getByRole('combobox'), 'peg')
    await user.click(await screen.findByRole('option', { name: /Peg Ellison/ }))
    await user.type(screen.getByLabelText('Why do you think so?'), 'The same phone')
    await user.click(screen.getByRole('button', { name: 'Suggest merging' }))

    expect(await screen.findByText(/is suggested already/)).toBeVisible()
  })
})

describe('the list for a lead', () => {
  it('shows both people side by side, and merges them', async () => {
    answers('get', '/api/person-merges', { items: [aPersonMerge()] } as never)
    const user = open('/person-merges', { council: aLead() })
    await pageWith('People to merge')
    const people = await screen.findByRole('table', { name: 'Peg Ellison into Margaret Ellison' })
    expect(within(people).getByRole('row', { name: 'Bookings and walk-ins 5 2' })).toBeVisible()
    expect(screen.getByText('The same phone, and Peg is short for it')).toBeVisible()
    await expectAccessible()
    const sent = answers('post', `/api/person-merges/${anId(78)}/merge`, aPersonMerge({ status: 'merged' }) as never)
    answers('get', '/api/person-merges', { items: [] } as never)

    await user.click(screen.getByRole('button', { name: 'Merge these people' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Peg Ellison is merged into Margaret Ellison')
    expect(sent).toHaveLength(1)
    expect(await screen.findByText('There is nothing to decide.')).toBeVisible()
  })

  it('undoes a merge with a reason', async () => {
    answers('get', '/api/person-merges', { items: [aPersonMerge({ status: 'merged' })] } as never)
    const user = open('/person-merges', { council: aLead() })
    await pageWith('People to merge')
    await user.click(screen.getByRole('button', { name: 'Show merged people' }))
    await user.click(await screen.findByText('Undo this merge', { selector: 'span' }))
    const sent = answers('post', `/api/person-merges/${anId(78)}/undo`, aPersonMerge({ status: 'undone' }) as never)
    await user.click(screen.getByRole('button', { name: 'Undo this merge' }))
    expect(await screen.findByRole('link', { name: 'Enter a reason' })).toBeVisible()

    await user.type(screen.getByLabelText('Why is it undone?'), 'They are sisters')
    await user.click(screen.getByRole('button', { name: 'Undo this merge' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Peg Ellison and Margaret Ellison are two people again')
    expect(sent[0]?.body).toEqual({ reason: 'They are sisters' })
  })
})

describe('a merged person', () => {
  it('leads to the person kept, whose page says so and shows who, when and why', async () => {
    margaret()
    answers('get', `/api/people/${PEG}`, aPerson({ id: PEG, name: 'Peg Ellison', mergedInto: MARGARET }) as never)
    answers('get', `${PERSON}/merges`, {
      items: [aPersonMerge({ status: 'merged', decided: { at: '2026-11-23T10:00:00Z', byName: 'Lena Marsh' } })],
    } as never)
    open(`/people/${PEG}`)

    await pageWith('Margaret Ellison')

    expect(screen.getByRole('alert')).toHaveTextContent('Peg Ellison (K7MW-3PQX) was merged into this person')
    expect(window.location.pathname).toBe(`/people/${MARGARET}`)
    expect(await screen.findByText(/Decided by Lena Marsh/)).toBeVisible()
    expect(screen.getByText('The same phone, and Peg is short for it')).toBeVisible()
    await expectAccessible()
  })

  it('is not changed: an open form says where to go', async () => {
    margaret()
    const user = open(`/people/${MARGARET}/edit`)
    await pageWith('Change details for Margaret Ellison')
    refuses('put', PERSON, 409, 'person-merged', {
      detail: 'This person was merged into another person. Change the details of the other person.',
      keptId: PEG,
    })
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByText(/was merged into another person/)).toBeVisible()
  })
})
