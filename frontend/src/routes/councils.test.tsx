import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCouncilRecord, aMember, anId, anOperator, LARKSHIRE, MEADOWSHIRE } from '../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../test/open'
import { answers, refuses } from '../test/server'

const open = (path: string) => openPage(path, { session: anOperator() })
const COUNCIL = `/api/councils/${LARKSHIRE}`
const PATH = `/councils/${LARKSHIRE}`
const lena = aMember('Lena Marsh', { id: anId(71), roles: ['lead'], version: 7 })

describe('the councils', () => {
  it('are listed', async () => {
    const councils = [
      { id: LARKSHIRE, name: 'Larkshire Council', alias: 'larkshire' },
      { id: MEADOWSHIRE, name: 'Meadowshire Council', alias: 'meadowshire' },
    ]
    answers('get', '/api/councils', { councils })
    open('/councils')

    await pageWith('Councils')

    expect(screen.getByRole('row', { name: 'Larkshire Council larkshire' })).toBeVisible()
    expect(screen.getByRole('row', { name: 'Meadowshire Council meadowshire' })).toBeVisible()
    await expectAccessible()
  })

  it('may be none yet', async () => {
    answers('get', '/api/councils', { councils: [] })
    open('/councils')

    expect(await screen.findByText('No council is set up yet')).toBeVisible()
    await expectAccessible()
  })
})

describe('a new council', () => {
  async function fill(user: ReturnType<typeof open>) {
    await pageWith('Set up a council')
    await user.type(screen.getByLabelText('Name of the council'), 'Larkshire Council')
    await user.type(screen.getByLabelText('Short name'), 'larkshire')
    await user.type(screen.getByLabelText('Full name'), 'Lena Marsh')
    await user.type(screen.getByLabelText('Work email address'), 'lena@larkshire.example')
    await user.dblClick(screen.getByRole('button', { name: 'Set up this council' }))
  }

  it('is set up once, and its lead’s one-time password is shown once', async () => {
    const made = { council: aCouncilRecord(), firstLead: lena, oneTimePassword: 'plum-otter-7342' }
    const sent = answers('post', '/api/councils', made as never, { status: 201 })
    answers('get', COUNCIL, aCouncilRecord() as never, { headers: { ETag: '"1"' } })
    answers('get', `${COUNCIL}/members`, { members: [lena] } as never)
    answers('get', '/api/councils', { councils: [] })
    const user = open('/councils/new')
    await pageWith('Set up a council')
    await expectAccessible()

    await fill(user)

    await pageWith('Larkshire Council')
    expect(screen.getByText('plum-otter-7342')).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('Lena Marsh')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({
      name: 'Larkshire Council',
      alias: 'larkshire',
      demonstration: false,
      firstLead: { name: 'Lena Marsh', email: 'lena@larkshire.example' },
    })
    await expectAccessible()
    expect(JSON.stringify([window.history.state, { ...sessionStorage }, { ...localStorage }])).not.toContain('plum')

    await user.click(screen.getByRole('link', { name: 'Back to councils' }))
    await pageWith('Councils')
    window.history.back()
    await pageWith('Larkshire Council')
    expect(screen.queryByText('plum-otter-7342')).toBeNull()
  })

  it.each([
    ['alias-taken', 'This short name is taken. Enter another', '#alias'],
    ['name-taken', 'A council with this name is already set up', '#name'],
  ])('is refused in words: %s', async (type, message, field) => {
    refuses('post', '/api/councils', 409, type)
    const user = open('/councils/new')

    await fill(user)

    expect(await screen.findByRole('link', { name: message })).toHaveAttribute('href', field)
    expect(screen.getByLabelText('Full name')).toHaveValue('Lena Marsh')
  })

  it('says what is missing, and what the service did not accept', async () => {
    const user = open('/councils/new')
    await pageWith('Set up a council')
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
    const user = open('/councils/new')

    await fill(user)

    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was left half done')
  })
})

describe('a council', () => {
  beforeEach(() => {
    answers('get', COUNCIL, aCouncilRecord() as never, { headers: { ETag: '"4"' } })
    answers('get', `${COUNCIL}/members`, {
      members: [lena, aMember('Sam Rowe', { status: 'suspended' })],
    } as never)
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

  it('gets a member, whose one-time password is shown once', async () => {
    const added = aMember('Priya Nair')
    const sent = answers('post', `${COUNCIL}/members`, { member: added, oneTimePassword: 'moss-heron-2210' } as never, {
      status: 201,
    })
    const user = open(`${PATH}/members/new`)
    await pageWith('Add a member to Larkshire Council')
    await expectAccessible()

    await user.type(screen.getByLabelText('Work email address'), 'priya@larkshire.example')
    await user.type(screen.getByLabelText('Full name'), 'Priya Nair')
    await user.click(screen.getByLabelText('Hub staff'))
    await user.click(screen.getByRole('button', { name: 'Add this member' }))

    await pageWith('Larkshire Council')
    expect(screen.getByText('moss-heron-2210')).toBeVisible()
    expect(sent[0]?.body).toEqual({ name: 'Priya Nair', email: 'priya@larkshire.example', roles: ['hub-staff'] })
  })

  it('gets a machine client', async () => {
    const added = aMember('Venue import', { clientId: 'larkshire-import' })
    const sent = answers('post', `${COUNCIL}/members`, { member: added } as never, { status: 201 })
    const user = open(`${PATH}/members/new`)
    await pageWith('Add a member to Larkshire Council')

    await user.click(screen.getByLabelText('A machine client'))
    await user.type(screen.getByLabelText('Client ID'), 'larkshire-import')
    await user.type(screen.getByLabelText('What it is for'), 'Venue import')
    await user.click(screen.getByLabelText('Lead'))
    await user.click(screen.getByRole('button', { name: 'Add this member' }))

    await pageWith('Larkshire Council')
    expect(sent[0]?.body).toEqual({ name: 'Venue import', clientId: 'larkshire-import', roles: ['lead'] })
  })

  it('does not take a member twice, or one without a role', async () => {
    refuses('post', `${COUNCIL}/members`, 409, 'already-a-member')
    const user = open(`${PATH}/members/new`)
    await pageWith('Add a member to Larkshire Council')
    await user.type(screen.getByLabelText('Work email address'), 'lena@larkshire.example')
    await user.type(screen.getByLabelText('Full name'), 'Lena Marsh')
    await user.click(screen.getByRole('button', { name: 'Add this member' }))
    expect(await screen.findByRole('link', { name: 'Select at least one role' })).toHaveAttribute('href', '#roles')

    await user.click(screen.getByLabelText('Lead'))
    await user.click(screen.getByRole('button', { name: 'Add this member' }))

    expect(await screen.findByRole('link', { name: /already a member of this council/ })).toHaveAttribute(
      'href',
      '#email',
    )
  })

  it('suspends a member', async () => {
    const sent = answers('put', `${COUNCIL}/members/${anId(71)}`, { ...lena, status: 'suspended' } as never)
    const user = open(PATH)
    const row = await screen.findByRole('row', { name: /Lena Marsh/ })
    await user.click(within(row).getByRole('link', { name: 'Change Lena Marsh' }))
    await pageWith('Change Lena Marsh')
    await expectAccessible()

    await user.click(screen.getByLabelText('No, suspend them'))
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    await pageWith('Larkshire Council')
    expect(screen.getByRole('alert')).toHaveTextContent('The changes to Lena Marsh are saved')
    expect(sent[0]?.headers.get('If-Match')).toBe('"7"')
    expect(sent[0]?.body).toEqual({ name: 'Lena Marsh', roles: ['lead'], status: 'suspended' })
  })

  it('shows settings that someone else changed, and saves over them only when asked again', async () => {
    refuses('put', `${COUNCIL}/settings`, 412, 'changed-meanwhile')
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

  it('keeps its last lead', async () => {
    refuses('put', `${COUNCIL}/members/${anId(71)}`, 409, 'last-lead')
    const user = open(`${PATH}/members/${anId(71)}`)
    await pageWith('Change Lena Marsh')

    await user.click(screen.getByLabelText('No, suspend them'))
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByRole('link', { name: /A council needs one active lead/ })).toHaveAttribute(
      'href',
      '#status',
    )
  })

  it('gives a member a new one-time password, unless they have their own', async () => {
    refuses('post', `${COUNCIL}/members/${anId(71)}/one-time-password`, 409, 'has-signed-in')
    const user = open(`${PATH}/members/${anId(71)}`)
    await pageWith('Change Lena Marsh')
    await user.click(screen.getByRole('button', { name: 'Make a new one-time password' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Lena Marsh has signed in already')

    answers('post', `${COUNCIL}/members/${anId(71)}/one-time-password`, { oneTimePassword: 'fern-tern-8051' })
    await user.click(screen.getByRole('button', { name: 'Make a new one-time password' }))

    await pageWith('Larkshire Council')
    expect(screen.getByText('fern-tern-8051')).toBeVisible()
  })
})
