import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Council } from '../api/types'
import { aHub, aLead, LIBRARY } from '../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../test/open'
import { answers, refuses } from '../test/server'

const BEFORE_LIVE = { ...aLead(), status: 'setting-up' } as Council
const open = (path: string) => openPage(path, { council: BEFORE_LIVE })
const TAG = { headers: { ETag: '"3"' } }

function setUp(done: string[], over: object = {}) {
  const tasks = ['name', 'contact', 'languages', 'team'].map((task) => ({ task, done: done.includes(task) }))
  return { status: 'setting-up', tasks, leads: 1, steps: [], version: 3, ...over } as never
}

const SETTINGS = {
  name: 'Larkshire Council',
  alias: 'larkshire',
  status: 'setting-up',
  nation: 'england',
  languages: ['en'],
  labels: {
    talkingPoint: 'Talking point',
    talkingPoints: 'Talking points',
    hub: 'Hub',
    hubs: 'Hubs',
    conversation: 'Conversation',
    conversations: 'Conversations',
  },
  contact: { contactAddress: [] },
  brand: { band: '#0F5257', onBand: '#FFFFFF', line: '#0F5257', plate: '#FFFFFF' },
  demonstration: false,
  version: 3,
}
const ALL = ['name', 'contact', 'languages', 'team']

describe('the set-up of a council', () => {
  beforeEach(() => {
    answers('get', '/api/hubs', { hubs: [], page: 1, pages: 1, total: 0 } as never)
  })

  it('is a list of tasks that knows its order', async () => {
    answers('get', '/api/set-up', setUp(['name']), TAG)
    open('/set-up')

    await pageWith('Set up Larkshire Council')
    expect(await screen.findByText('You have completed 1 of 6 tasks.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Add contact details for residents' })).toHaveAttribute(
      'href',
      '/settings/contact',
    )
    expect(screen.queryByRole('link', { name: 'Add your first hub' }), 'languages come first').toBeNull()
    expect(screen.queryByRole('link', { name: 'Add your first sessions' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Check and go live' })).toBeNull()
    expect(screen.getByText('Completed').className).not.toContain('tag')
    expect(screen.getByText('Only your team sees this council until it is live.')).toBeVisible()
    await expectAccessible()
  })

  it('joins what the two services know, and ends in a request to go live', async () => {
    answers('get', '/api/hubs', { hubs: [aHub()], page: 1, pages: 1, total: 1 } as never)
    answers('get', `/api/hubs/${LIBRARY}/sessions`, { sessions: [{}] } as never)
    answers('get', '/api/set-up', setUp(ALL), TAG)
    const sent = answers('post', '/api/set-up/go-live', setUp(ALL, { status: 'asked-to-go-live' }))
    const user = open('/set-up')
    await pageWith('Set up Larkshire Council')
    await user.click(await screen.findByRole('link', { name: 'Check and go live' }))
    await pageWith('Check and go live')
    await user.type(await screen.findByLabelText('Anything we should know (optional)'), 'We are ready.')
    await expectAccessible()
    answers('get', '/api/set-up', setUp(ALL, { status: 'asked-to-go-live' }), TAG)

    await user.dblClick(screen.getByRole('button', { name: 'Send request to go live' }))

    await pageWith('Set up Larkshire Council')
    expect(screen.getByText(/You have asked to go live/)).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ words: 'We are ready.' })
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
  })

  it('says what a section needs, saves it, and comes back to the list', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    answers('get', '/api/set-up', setUp(['name', 'contact']), TAG)
    const sent = answers('put', '/api/settings/contact', SETTINGS as never)
    const user = open('/settings/contact')
    await pageWith('Contact details for residents')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('link', { name: 'Enter a phone number or an email address' })).toBeVisible()
    await expectAccessible()

    await user.type(screen.getByLabelText('Phone number'), '01632 960111')
    await user.type(screen.getByLabelText('Address'), '1 Market Street{Enter}Larkton')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await pageWith('Set up Larkshire Council')
    expect(screen.getByText('Your changes are saved')).toBeVisible()
    expect(sent[0]?.body).toEqual({ contactPhone: '01632 960111', contactAddress: ['1 Market Street', 'Larkton'] })
  })

  it('says in words what is made of a colour', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    answers('get', '/api/settings/brand', {
      ...{ band: '#FFB81C', onBand: '#1B2A2F', textContrast: 8.61, line: '#A96600', lineContrast: 4.58 },
      ...{ lineIsDarker: true, nearlyWhite: false },
    } as never)
    const user = open('/settings/colour')
    await pageWith('Your colour')

    await user.type(screen.getByLabelText('Colour'), '#FFB81C')

    expect(await screen.findByText(/we use a darker version, #A96600, so that people can see it/)).toBeVisible()
    expect(screen.getByText('Text on the band is 8.61 to 1 against your colour.')).toBeVisible()
  })

  it('keeps what was typed when someone else changed the settings', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    refuses('put', '/api/settings/name', 412, 'changed-meanwhile')
    const user = open('/settings/name')
    await pageWith('Your council’s name')
    await user.type(screen.getByLabelText('Name'), ' of the North')

    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText(/Someone else changed the settings/)).toBeVisible()
    expect(screen.getByLabelText('Name')).toHaveValue('Larkshire Council of the North')
  })

  it('is not for those who may not', async () => {
    openPage('/set-up')

    expect(await pageWith('You cannot see this page')).toBeVisible()
  })
})

describe('the settings of a council', () => {
  it('are shown with a way to change each', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    openPage('/settings', { council: { ...aLead(), status: 'live' } as Council })

    await pageWith('Settings')
    expect(screen.getByRole('link', { name: /^Change\s*your words/ })).toHaveAttribute('href', '/settings/labels')
    expect(screen.getByText('England, English')).toBeVisible()
    await expectAccessible()
  })
})
