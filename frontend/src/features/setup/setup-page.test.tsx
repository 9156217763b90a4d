import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Council } from '../../api/types'
import { AGREEMENT, aHub, aLead, LIBRARY, OWN_SETTINGS as SETTINGS } from '../../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const BEFORE_LIVE = { ...aLead(), status: 'setting-up' } as Council
const open = (path: string) => openPage(path, { council: BEFORE_LIVE })
const NO_HUBS = { items: [], total: 0 }
const TAG = { headers: { ETag: '"3"' } }

function setUp(done: string[], over: object = {}) {
  const tasks = ['agreement', 'data-protection', 'assessment', 'name', 'contact', 'languages', 'blueprint', 'team'].map(
    (task) => ({
      task,
      done: done.includes(task),
    }),
  )
  return { status: 'setting-up', tasks, leads: 1, steps: [], version: 3, ...over } as never
}

const ALL = ['agreement', 'data-protection', 'assessment', 'name', 'contact', 'languages', 'blueprint', 'team']

describe('the set-up of a council', () => {
  beforeEach(() => {
    answers('get', '/api/hubs', NO_HUBS)
    answers('get', '/api/readiness', { hubs: 0, sessions: false })
  })

  it('is a list of tasks that knows its order', async () => {
    answers('get', '/api/set-up', setUp(['name']), TAG)
    open('/set-up')

    await pageWith('Set up Larkshire Council')
    expect(await screen.findByText('You have completed 1 of 10 tasks.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Add contact details for residents' })).toHaveAttribute(
      'href',
      '/settings/contact',
    )
    expect(screen.queryByRole('link', { name: 'Add your first place' }), 'languages come first').toBeNull()
    expect(screen.queryByRole('link', { name: 'Add your first sessions' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Check and go live' })).toBeNull()
    for (const reason of ['Choose languages first', 'Add a place first', 'Complete the other tasks first']) {
      expect(await screen.findByText(reason)).toBeVisible()
    }
    expect(screen.getByText('Completed').className).not.toContain('tag')
    expect(screen.getByText('Only your team sees this council until it is live.')).toBeVisible()
    await expectAccessible()
  })

  it('shows a lead the page of residents before they can see it', async () => {
    answers('get', '/api/set-up', setUp(['name']), TAG)
    answers('get', '/api/settings', { ...SETTINGS, status: 'setting-up' } as never, TAG)
    answers('get', '/api/agreement', AGREEMENT as never)
    const preview = { name: 'See the residents’ page' }
    const user = open('/set-up')
    expect(await screen.findByRole('link', preview)).toHaveAttribute('href', '/api/residents-page')

    await user.click(screen.getByRole('link', { name: 'Settings' }))

    await pageWith('Settings')
    expect(screen.getByRole('link', preview)).toHaveAttribute('href', '/api/residents-page')
  })

  it('joins what the two services know, and ends in a request to go live', async () => {
    answers('get', '/api/hubs', { items: [aHub()], total: 1 })
    answers('get', '/api/readiness', { hubs: 1, sessions: true })
    answers('get', '/api/set-up', setUp(ALL), TAG)
    const sent = answers('post', '/api/set-up/go-live', setUp(ALL, { status: 'asked-to-go-live' }))
    const user = open('/set-up')
    await pageWith('Set up Larkshire Council')
    await user.click(await screen.findByRole('link', { name: 'Check and go live' }))
    await pageWith('Check and go live')
    expect(await screen.findAllByText('Completed')).toHaveLength(10)
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

  it('tells a council that is live where residents find it', async () => {
    answers('get', '/api/set-up', setUp(ALL, { status: 'live' }), TAG)
    openPage('/set-up', { council: { ...aLead(), status: 'live' } as Council })

    await pageWith('Larkshire Council is live')
    expect(screen.getByRole('link', { name: /\/open\/larkshire$/ })).toHaveAttribute('href', '/open/larkshire')
  })

  it('gives a council that is live a poster with its address as a code', async () => {
    openPage('/poster', { council: { ...aLead(), status: 'live', logo: 3 } as Council })

    await pageWith('Poster for residents')
    expect(screen.getByRole('img', { name: /^QR code for https?:.*\/open\/larkshire$/ })).toBeVisible()
    expect(screen.getByRole('article')).toHaveTextContent('Larkshire CouncilTalking points')
    expect(screen.getByText('01632 960123')).toBeVisible()
    await expectAccessible()
  })

  it('has no poster before the council is live', async () => {
    open('/poster')

    await pageWith('Poster for residents')
    expect(screen.getByText('You can print a poster when your council is live.')).toBeVisible()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it.each([
    { total: 1, sessions: false, href: `/hubs/${LIBRARY}` },
    { total: 38, sessions: true, href: '/hubs' },
  ])('asks for sessions at the only hub, or at one of $total hubs', async ({ href, total, sessions }) => {
    answers('get', '/api/hubs', { items: [aHub()], total })
    answers('get', '/api/readiness', { hubs: 1, sessions })
    answers('get', '/api/set-up', setUp(ALL), TAG)
    open('/set-up')

    expect(await screen.findByRole('link', { name: 'Add your first sessions' })).toHaveAttribute('href', href)
    expect(screen.queryAllByRole('link', { name: 'Check and go live' })).toHaveLength(sessions ? 1 : 0)
  })

  it('names what the services find still to be done', async () => {
    answers('get', '/api/hubs', { items: [aHub()], total: 1 })
    answers('get', '/api/readiness', { hubs: 1, sessions: true })
    answers('get', '/api/set-up', setUp(ALL), TAG)
    refuses('post', '/api/set-up/go-live', 409, 'set-up-unfinished', { tasks: ['sessions', 'team'] })
    const user = open('/set-up/go-live')
    await pageWith('Check and go live')

    await user.click(await screen.findByRole('button', { name: 'Send request to go live' }))

    expect(await screen.findByText(/this is still to be done: Add your first sessions, Invite your team/)).toBeVisible()
  })

  it('asks for everything on data protection, and sends it without the blanks', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    answers('get', '/api/set-up', setUp(['name']), TAG)
    const sent = answers('put', '/api/settings/data-protection', SETTINGS as never)
    const user = open('/settings/data-protection')
    await pageWith('Data protection')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('link', { name: 'Enter your council’s ICO registration number' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Enter the address of your privacy notice' })).toBeVisible()
    await expectAccessible()

    await user.type(screen.getByLabelText(/^Registration number/), 'za 000000')
    await user.type(screen.getByLabelText('Email address of your data protection officer'), ' dpo@larkshire.example ')
    await user.type(screen.getByLabelText('Address of your privacy notice'), 'https://www.larkshire.example/privacy')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await pageWith('Set up Larkshire Council')
    expect(sent[0]?.body).toEqual({
      registration: 'za000000',
      dataProtectionEmail: 'dpo@larkshire.example',
      privacyNotice: 'https://www.larkshire.example/privacy',
    })
  })

  it('says in words what is wrong with a detail on data protection', async () => {
    const told = {
      registration: '12345',
      dataProtectionEmail: 'dpo@larkshire.example',
      privacyNotice: 'https://www.larkshire.example/privacy',
    }
    answers('get', '/api/settings', { ...SETTINGS, dataProtection: told } as never, TAG)
    refuses('put', '/api/settings/data-protection', 400, 'invalid', {
      errors: [{ pointer: '#/registration', code: 'Pattern', detail: 'must match' }],
    })
    const user = open('/settings/data-protection')
    await pageWith('Data protection')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect((await screen.findAllByText(/number in the correct format, like ZA123456/))[0]).toBeVisible()
    expect(screen.getByLabelText(/^Registration number/)).toHaveValue('12345')
  })

  it('takes an assessment, and says why a file is none', async () => {
    const held = { ...SETTINGS, assessment: { bytes: 31, at: '2026-11-24T09:12:00Z' } }
    answers('get', '/api/settings', held as never, TAG)
    answers('get', '/api/set-up', setUp(['name']), TAG)
    refuses('put', '/api/settings/assessment', 400, 'assessment-not-a-pdf')
    const user = open('/settings/assessment')
    await pageWith('Data protection impact assessment')
    expect(screen.getByRole('link', { name: 'Download what you handed in' })).toHaveAttribute(
      'href',
      '/api/settings/assessment',
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('link', { name: 'Choose a PDF' })).toBeVisible()
    await user.upload(screen.getByLabelText('Choose a PDF'), new File(['x'], 'a.pdf', { type: 'application/pdf' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findAllByText(/must be a whole PDF/))[0]).toBeVisible()
    await expectAccessible()

    const sent = answers('put', '/api/settings/assessment', held as never)
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await pageWith('Set up Larkshire Council')
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
  })

  it('takes a logo, and says where a white one is shown', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    answers('get', '/api/set-up', setUp(['name']), TAG)
    const sent = answers('put', '/api/settings/logo', { ...SETTINGS, logo: { version: 1, pale: true } } as never)
    const user = open('/settings/logo')
    await pageWith('Your logo')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('link', { name: 'Choose a picture' })).toBeVisible()
    await expectAccessible()

    await user.upload(
      screen.getByLabelText('Choose a picture'),
      new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }),
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await pageWith('Set up Larkshire Council')
    expect(screen.getByText(/Your logo is white or nearly white/)).toBeVisible()
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
  })

  it.each([
    ['script', /holds a script/],
    ['outside-reference', /fetches something from elsewhere/],
    ['not-a-picture', /must be a PNG or SVG/],
  ])('says why a picture with %s is no logo', async (reason, words) => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    refuses('put', '/api/settings/logo', 400, 'logo-refused', { reason })
    const user = open('/settings/logo')
    await pageWith('Your logo')

    await user.upload(screen.getByLabelText('Choose a picture'), new File(['x'], 'logo.svg', { type: 'image/svg+xml' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect((await screen.findAllByText(words))[0]).toBeVisible()
    expect(document.title).toMatch(/^Error: /)
  })

  it('refuses what is huge before it is sent, and takes a logo away', async () => {
    const withLogo = { ...SETTINGS, logo: { version: 2, pale: false } }
    answers('get', '/api/settings', withLogo as never, TAG)
    answers('get', '/api/set-up', setUp(['name']), TAG)
    const removed = answers('delete', '/api/settings/logo', SETTINGS as never)
    const user = open('/settings/logo')
    await pageWith('Your logo')
    expect(screen.getByRole('img', { name: 'Logo of Larkshire Council' })).toHaveAttribute(
      'src',
      '/api/settings/logo?v=2',
    )

    await user.upload(
      screen.getByLabelText('Choose another picture'),
      new File([new Uint8Array(204_801)], 'logo.png', { type: 'image/png' }),
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findAllByText(/smaller than 200 KB/))[0]).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove this logo' }))

    await pageWith('Set up Larkshire Council')
    expect(removed).toHaveLength(1)
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
    answers('post', '/api/settings/brand/preview', {
      ...{ headerColour: '#FFB81C', headerTextColour: '#1B2A2F', textContrast: 8.61, borderColour: '#A96600' },
      ...{ borderContrast: 4.58, borderIsDarker: true, nearlyWhite: false },
    } as never)
    const user = open('/settings/colour')
    await pageWith('Your colour')

    await user.type(screen.getByLabelText('Colour'), '#FFB81C')

    expect(await screen.findByText(/we use a darker version, #A96600, so that people can see it/)).toBeVisible()
    expect(screen.getByText('The contrast of the text on your colour is 8.61 to 1.')).toBeVisible()
  })

  it('keeps what was typed when someone else changed the settings', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    refuses('put', '/api/settings/name', 412, 'stale-version')
    const user = open('/settings/name')
    await pageWith('Your council’s name')
    await user.type(screen.getByLabelText('Name'), ' of the North')
    answers('get', '/api/settings', { ...SETTINGS, welshName: 'Cyngor Larkshire' } as never, TAG)

    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByRole('link', { name: /Someone else changed the settings/ })).toHaveAttribute(
      'href',
      '#different',
    )
    expect(screen.getByRole('row', { name: 'Name Larkshire Council Larkshire Council of the North' })).toBeVisible()
    expect(screen.getByRole('row', { name: 'Name in Welsh Cyngor Larkshire Not provided' })).toBeVisible()
    expect(screen.getByLabelText('Name')).toHaveValue('Larkshire Council of the North')
  })

  it('is not for those who may not', async () => {
    openPage('/set-up')

    expect(await pageWith('You cannot see this page')).toBeVisible()
  })
})

describe('the settings of a council', () => {
  it('are shown with a way to change each', async () => {
    answers('get', '/api/settings', { ...SETTINGS, status: 'live' } as never, TAG)
    answers('get', '/api/agreement', { ...AGREEMENT, acceptAgainBy: '2026-12-22' } as never)
    openPage('/settings', { council: { ...aLead(), status: 'live' } as Council })

    await pageWith('Settings')
    expect(await screen.findByText('Needs accepting again by 22 December 2026')).toBeVisible()
    expect(screen.getByRole('link', { name: /^Change\s*your words/i })).toHaveAttribute('href', '/settings/labels')
    expect(screen.getByText('England, English')).toBeVisible()
    expect(screen.getByRole('link', { name: /\/open\/larkshire$/ })).toHaveAttribute('href', '/open/larkshire')
    expect(screen.queryByRole('link', { name: 'See the residents’ page' })).toBeNull()
    await expectAccessible()
  })

  it('are shown also where the agreement cannot be', async () => {
    answers('get', '/api/settings', SETTINGS as never, TAG)
    refuses('get', '/api/agreement', 503, 'unavailable')
    openPage('/settings', { council: { ...aLead(), status: 'live' } as Council })

    expect(await screen.findByText('Cannot be shown right now')).toBeVisible()
    expect(screen.getByText('England, English')).toBeVisible()
  })
})
