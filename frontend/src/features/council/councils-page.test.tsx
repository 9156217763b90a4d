import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCouncilRecord, aMember, anAuthority, anId, anOperator, LARKSHIRE, MEADOWSHIRE } from '../../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const open = (path: string) => openPage(path, { session: anOperator() })
const COUNCIL = `/api/councils/${LARKSHIRE}`
const PATH = `/councils/${LARKSHIRE}`
const lena = aMember('Lena Marsh', { id: anId(71), roles: ['lead'], version: 7 })

const SET_UP = {
  status: 'asked-to-go-live',
  tasks: ['name', 'contact', 'languages', 'team', 'assessment'].map((task) => ({ task, done: true })),
  evidence: {
    agreement: { version: '0.1', name: 'Dora Vane', role: 'Director', at: '2026-11-20T09:12:00Z' },
    hubs: 2,
  },
  leads: 2,
  steps: [{ number: 1, kind: 'asked', member: lena.id, words: 'We are ready.', at: '2026-11-23T09:12:00Z' }],
  version: 7,
}

beforeEach(() => {
  answers('get', `${COUNCIL}/set-up`, SET_UP as never, { headers: { ETag: '"7"' } })
})

describe('the councils', () => {
  it('are listed', async () => {
    const councils = [
      { id: LARKSHIRE, name: 'Larkshire Council', alias: 'larkshire', status: 'live', demonstration: true },
      {
        id: MEADOWSHIRE,
        name: 'Meadowshire Council',
        alias: 'meadowshire',
        status: 'asked-to-go-live',
        suspended: true,
        demonstration: false,
      },
    ]
    answers('get', '/api/councils', { items: councils } as never)
    open('/councils')

    await pageWith('Councils')

    expect(screen.getByRole('row', { name: 'Larkshire Council larkshire Live Made up' })).toBeVisible()
    expect(screen.getByRole('row', { name: 'Meadowshire Council meadowshire Asks to go live Suspended' })).toBeVisible()
    await expectAccessible()
  })

  it('may be none yet', async () => {
    answers('get', '/api/councils', { items: [] })
    open('/councils')

    expect(await screen.findByText('No council is set up yet')).toBeVisible()
    await expectAccessible()
  })
})

const CUMBRIA = anAuthority('E10000006', 'Cumbria', 'Cumbria County Council', {
  validTo: '2023-03-31',
  successors: ['E06000063', 'E06000064'],
})
const CUMBERLAND = anAuthority('E06000063', 'Cumberland', 'Cumberland Council')
const WESTMORLAND = anAuthority('E06000064', 'Westmorland and Furness', 'Westmorland and Furness Council')

describe('a new council', () => {
  beforeEach(() => {
    answers('get', '/api/councils', { items: [] })
    answers('get', '/api/local-authorities', { items: [CUMBERLAND, CUMBRIA, WESTMORLAND] } as never)
  })

  async function pick(user: ReturnType<typeof open>, typed: string, option: RegExp) {
    await pageWith('Which council is it?')
    const box = await screen.findByRole('combobox', { name: 'Name of the council' })
    await user.clear(box)
    await user.type(box, typed)
    await user.click(screen.getByRole('option', { name: option }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith('Check this is the council')
  }

  async function fill(user: ReturnType<typeof open>) {
    await pageWith('Set up a made-up council')
    await user.type(screen.getByLabelText('Name of the council'), 'Larkshire Council')
    await user.type(screen.getByLabelText('Short name'), 'larkshire')
    await fillLead(user)
  }

  async function fillLead(user: ReturnType<typeof open>) {
    await user.type(screen.getByLabelText('Full name'), 'Lena Marsh')
    await user.type(screen.getByLabelText('Work email address'), 'lena@larkshire.example')
    await user.dblClick(screen.getByRole('button', { name: 'Set up this council' }))
  }

  it('is chosen from the register, checked, and set up once', async () => {
    const made = { council: aCouncilRecord(), firstLead: lena }
    const sent = answers('post', '/api/councils', made as never, { status: 201 })
    answers('get', COUNCIL, aCouncilRecord() as never, { headers: { ETag: '"1"' } })
    answers('get', `${COUNCIL}/members`, { items: [lena] } as never)
    const user = open('/councils/new')
    await pageWith('Which council is it?')
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('link', { name: 'Select the council from the list' })).toHaveAttribute(
      'href',
      '#authority',
    )
    await expectAccessible()

    await user.type(screen.getByRole('combobox', { name: 'Name of the council' }), 'furn{Enter}')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await pageWith('Check this is the council')
    expect(screen.getByText('Westmorland and Furness Council')).toBeVisible()
    expect(screen.getByText('Unitary authority')).toBeVisible()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Yes, continue' }))
    await pageWith('Set up Westmorland and Furness')
    await fillLead(user)

    await pageWith('Larkshire Council')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({
      name: 'Westmorland and Furness Council',
      alias: 'westmorland-and-furness',
      authority: 'E06000064',
      firstLead: { name: 'Lena Marsh', email: 'lena@larkshire.example' },
    })
  })

  it('is not one that has ended, and those that followed are offered', async () => {
    const user = open('/councils/new')
    await pick(user, 'cumbria', /Cumbria County Council/)

    expect(screen.getByText('Cumbria County Council ended on 31 March 2023.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Yes, continue' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Cumberland Council' }))

    expect(screen.getByRole('button', { name: 'Yes, continue' })).toBeVisible()
  })

  it('is not one that is set up already', async () => {
    const there = { id: LARKSHIRE, name: 'Cumberland Council', alias: 'cumberland', authority: 'E06000063' }
    answers('get', '/api/councils', { items: [{ ...there, status: 'live', demonstration: false }] } as never)
    const user = open('/councils/new')
    await pick(user, 'cumber', /Cumberland Council/)

    expect(screen.getByText('Cumberland Council is already set up.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Go to Cumberland Council' })).toHaveAttribute('href', PATH)
    expect(screen.queryByRole('button', { name: 'Yes, continue' })).toBeNull()
    await expectAccessible()
  })

  it('may be made up, and its lead gets an email', async () => {
    const made = { council: aCouncilRecord(), firstLead: lena, oneTimePasswordMailed: true }
    const sent = answers('post', '/api/councils', made as never, { status: 201 })
    answers('get', COUNCIL, aCouncilRecord() as never, { headers: { ETag: '"1"' } })
    answers('get', `${COUNCIL}/members`, { items: [lena] } as never)
    const user = open('/councils/new')
    await pageWith('Which council is it?')
    await user.click(screen.getByRole('link', { name: 'set up a made-up council' }))
    await pageWith('Set up a made-up council')
    await expectAccessible()

    await fill(user)

    await pageWith('Larkshire Council')
    expect(screen.getByRole('alert')).toHaveTextContent(
      'We have sent Lena Marsh an email with a one-time password, to lena@larkshire.example',
    )
    expect(screen.getByRole('alert')).toHaveTextContent('If the email does not come, open Lena Marsh')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({
      name: 'Larkshire Council',
      alias: 'larkshire',
      demonstration: true,
      firstLead: { name: 'Lena Marsh', email: 'lena@larkshire.example' },
    })
    await expectAccessible()

    await user.click(screen.getByRole('link', { name: 'Back to councils' }))
    await pageWith('Councils')
    window.history.back()
    await pageWith('Larkshire Council')
    expect(screen.queryByText(/We have sent Lena Marsh/)).toBeNull()
  })

  it.each([
    ['alias-taken', 'This short name is taken. Enter another', '#alias'],
    ['alias-reserved', 'The product needs this short name for itself. Enter another', '#alias'],
    ['name-taken', 'A council with this name is already set up', '#name'],
  ])('is refused in words: %s', async (type, message, field) => {
    refuses('post', '/api/councils', 409, type)
    const user = open('/councils/new/made-up')

    await fill(user)

    expect(await screen.findByRole('link', { name: message })).toHaveAttribute('href', field)
    expect(screen.getByLabelText('Full name')).toHaveValue('Lena Marsh')
  })

  it('says what is missing, and what the service did not accept', async () => {
    const user = open('/councils/new/made-up')
    await pageWith('Set up a made-up council')
    await user.click(screen.getByRole('button', { name: 'Set up this council' }))
    expect(await screen.findByRole('link', { name: 'Enter the name of the council' })).toBeVisible()
    await expectAccessible()
    refuses('post', '/api/councils', 400, 'invalid', { errors: [{ pointer: '#/firstLead/email', code: 'Email' }] })

    await fill(user)

    expect(await screen.findByRole('link', { name: /Enter an email address in the correct format/ })).toHaveAttribute(
      'href',
      '#leadEmail',
    )
  })

  it('says that the sign-in service is away and that nothing is half done', async () => {
    refuses('post', '/api/councils', 503, 'identity-unavailable')
    const user = open('/councils/new/made-up')

    await fill(user)

    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was left half done')
  })

  it('begins again when the page is reloaded in the middle', async () => {
    open('/councils/new/details')

    await pageWith('Which council is it?')
  })
})

describe('a council', () => {
  beforeEach(() => {
    answers('get', COUNCIL, aCouncilRecord() as never, { headers: { ETag: '"4"' } })
    answers('get', `${COUNCIL}/members`, {
      items: [lena, aMember('Sam Rowe', { status: 'suspended' })],
    } as never)
  })

  it('that asks to go live is approved, or asked something', async () => {
    const asked = answers('post', `${COUNCIL}/go-live/question`, SET_UP as never)
    const approved = answers('post', `${COUNCIL}/go-live/approval`, SET_UP as never)
    const user = open(PATH)
    await pageWith('Larkshire Council')
    expect(await screen.findByText('It asks to go live.')).toBeVisible()
    expect(await screen.findByText('Asked to go live by Lena Marsh on 23 November 2026')).toBeVisible()
    expect(screen.getByText('We are ready.')).toBeVisible()
    const tasks = screen.getAllByRole('term').map((term) => term.textContent)
    expect(tasks.slice(0, 10)).toEqual([
      'Read and accept the data sharing agreement',
      'Tell us about data protection',
      'Hand in your data protection impact assessment',
      'Add your council’s name',
      'Add contact details for residents',
      'Choose languages',
      'Adopt the approach, or parts of it',
      'Add your first place',
      'Add your first sessions',
      'Invite your team',
    ])
    expect(screen.getAllByText('Completed')).toHaveLength(10)
    expect(screen.getByText('Version 0.1, accepted by Dora Vane, Director, on 20 November 2026')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Download the accepted text' })).toHaveAttribute(
      'href',
      `${COUNCIL}/agreement/0.1`,
    )
    expect(screen.getByRole('link', { name: 'Download the assessment' })).toHaveAttribute(
      'href',
      `${COUNCIL}/assessment`,
    )
    expect(screen.getByText('2 places')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Send question back' }))
    expect(await screen.findByRole('link', { name: 'Enter a question' })).toHaveAttribute('href', '#question')
    await expectAccessible()

    await user.type(screen.getByLabelText('Your question'), 'Who answers the phone?')
    await user.click(screen.getByRole('button', { name: 'Send question back' }))
    await waitFor(() => expect(screen.getByLabelText('Your question')).toHaveValue(''))
    expect(asked[0]?.body).toEqual({ words: 'Who answers the phone?' })
    expect(screen.getByText('The question is sent')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Approve and go live' }))
    expect(screen.getByRole('heading', { name: 'Do you want Larkshire Council to go live?' })).toHaveFocus()
    expect(approved).toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'No, not yet' }))
    await user.click(screen.getByRole('button', { name: 'Approve and go live' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Yes, approve and go live' }))

    await waitFor(() => expect(approved[0]?.headers.get('If-Match')).toBe('"7"'))
    const done = await screen.findByText('Larkshire Council is live. Residents can see its page')
    expect(done.closest('[role=alert]')).toHaveFocus()
  })

  it('shows its members and settings', async () => {
    open(PATH)

    await pageWith('Larkshire Council')

    expect(await screen.findByRole('row', { name: /Lena Marsh lena@larkshire.example Lead Active/ })).toBeVisible()
    expect(screen.getByRole('row', { name: /Sam Rowe .* Suspended/ })).toBeVisible()
    expect(screen.getByText('01632 960123')).toBeVisible()
    await expectAccessible()
  })

  it('keeps its settings when the members cannot be shown', async () => {
    refuses('get', `${COUNCIL}/members`, 503, 'unavailable')
    open(PATH)

    expect(await screen.findByText(/We cannot show the members right now/)).toBeVisible()
    expect(screen.getByText('01632 960123')).toBeVisible()
  })

  it('that is being set up gets another first lead, until one has signed in', async () => {
    const nia = aMember('Nia Marsh', { roles: ['lead'], signedIn: false })
    answers('get', COUNCIL, aCouncilRecord({ status: 'setting-up' }) as never, { headers: { ETag: '"4"' } })
    answers('get', `${COUNCIL}/members`, { items: [nia] } as never)
    const sent = answers(
      'post',
      `${COUNCIL}/members`,
      { member: aMember('Priya Nair', { roles: ['lead'], signedIn: false }), oneTimePasswordMailed: true } as never,
      { status: 201 },
    )
    const user = open(PATH)
    await pageWith('Larkshire Council')
    expect(await screen.findByRole('row', { name: /Nia Marsh .* Not signed in yet/ })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Appoint another lead' }))
    await pageWith('Appoint a lead for Larkshire Council')
    expect(await screen.findByText(/Nia Marsh has not signed in yet/)).toBeVisible()
    await expectAccessible()

    await user.type(screen.getByLabelText('Full name'), 'Priya Nair')
    await user.click(screen.getByRole('button', { name: 'Appoint this lead' }))
    expect(await screen.findByRole('link', { name: 'Enter a work email address' })).toHaveAttribute('href', '#email')
    await user.type(screen.getByLabelText('Work email address'), 'priya@larkshire.example')
    await user.click(screen.getByRole('button', { name: 'Appoint this lead' }))

    await pageWith('Larkshire Council')
    expect(screen.getByRole('alert')).toHaveTextContent('We have sent Priya Nair an email with a one-time password')
    expect(sent[0]?.body).toEqual({ name: 'Priya Nair', email: 'priya@larkshire.example' })
  })

  it.each([
    ['already-a-member', /already a member of this council/],
    ['lead-has-signed-in', /A lead of this council has signed in/],
  ])('says why a lead cannot be appointed: %s', async (type, message) => {
    refuses('post', `${COUNCIL}/members`, 409, type)
    const user = open(`${PATH}/members/new`)
    await pageWith('Appoint a lead for Larkshire Council')
    await user.type(screen.getByLabelText('Work email address'), 'lena@larkshire.example')
    await user.type(screen.getByLabelText('Full name'), 'Lena Marsh')
    await user.click(screen.getByRole('button', { name: 'Appoint this lead' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(message)
  })

  it('leaves its members to its leads once one has signed in', async () => {
    const user = open(PATH)
    const row = await screen.findByRole('row', { name: /Lena Marsh/ })
    expect(screen.queryByRole('button', { name: 'Appoint another lead' })).toBeNull()
    await user.click(within(row).getByRole('link', { name: 'See Lena Marsh' }))

    await pageWith('Lena Marsh')
    expect(screen.getByText(/The leads of the council change its members/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Send the email again' })).toBeNull()
    await expectAccessible()
  })

  it('gets the email to its first lead again, unless the lead has a password', async () => {
    const nia = aMember('Nia Marsh', { id: anId(72), roles: ['lead'], signedIn: false })
    answers('get', COUNCIL, aCouncilRecord({ status: 'setting-up' }) as never, { headers: { ETag: '"4"' } })
    answers('get', `${COUNCIL}/members`, { items: [nia] } as never)
    refuses('post', `${COUNCIL}/members/${anId(72)}/one-time-password`, 409, 'has-signed-in')
    const user = open(`${PATH}/members/${anId(72)}`)
    await pageWith('Nia Marsh')
    expect(screen.getByRole('link', { name: 'appoint the lead again with the correct address' })).toHaveAttribute(
      'href',
      `${PATH}/members/new`,
    )
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Send the email again' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Nia Marsh has a password of their own')

    answers('post', `${COUNCIL}/members/${anId(72)}/one-time-password`, undefined, { status: 204 })
    await user.click(screen.getByRole('button', { name: 'Send the email again' }))

    await pageWith('Larkshire Council')
    expect(screen.getByRole('alert')).toHaveTextContent('We have sent Nia Marsh another email')
  })

  it('shows settings that someone else changed, and saves over them only when asked again', async () => {
    refuses('put', `${COUNCIL}/settings`, 412, 'stale-version')
    const user = open(`${PATH}/settings`)
    await pageWith('Change the settings of Larkshire Council')
    await expectAccessible()
    answers('get', COUNCIL, aCouncilRecord({ contactPhone: '01632 960999' }) as never, { headers: { ETag: '"5"' } })
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Someone else changed these settings')
    expect(screen.getByText('There now: 01632 960999')).toBeVisible()
    const sent = answers('put', `${COUNCIL}/settings`, aCouncilRecord() as never)
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    await pageWith('Larkshire Council')
    await waitFor(() => expect(sent[0]?.headers.get('If-Match')).toBe('"5"'))
  })
})
