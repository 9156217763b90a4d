import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aConversation, anId, aPractitioner, found, MARGARET, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses, server, unreachable } from '../../test/server'
import { BrowserDevice } from './draft-device'
import { caretIn } from './prompt-box'
import { differences } from './text-differences'

const RECORD = aConversation().id
const ADDRESS = `/conversations/${RECORD}`
const BOX = `/api/conversations/${RECORD}/boxes/prompt.matters`
const BEFORE = 'Wants to get back to the allotment.'

const box = (text: string, version: number) => ({
  promptId: 'prompt.matters',
  text,
  fromTool: false,
  version,
  changedAt: '2026-11-24T10:41:00Z',
  changedByName: 'Sam Oduya',
})
const area = () => screen.getByLabelText<HTMLTextAreaElement>('What matters?')
const state = () => document.querySelector('.save-state [role=status]')

async function openRecord() {
  const user = open(ADDRESS, { council: aPractitioner() })
  await pageWith('Conversation with Margaret Ellison')
  return user
}

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
  answers('get', `/api${ADDRESS}`, aConversation() as never, { headers: { ETag: '"3"' } })
  answers('get', `/api/people/${MARGARET}/conversations`, { items: [] })
  answers('post', `/api${ADDRESS}/writers/me`, { writers: [], boxes: [], version: 3 })
  answers('delete', `/api${ADDRESS}/writers/me`, undefined, { status: 204 })
  answers('get', '/api/conversations', { items: [] })
})

describe('the record of a conversation', () => {
  it('shows the council’s questions and what was written, and is accessible', async () => {
    await openRecord()

    expect(area()).toHaveValue(BEFORE)
    expect(screen.getByText('24 November 2026, Market Street Library')).toBeVisible()
    expect(await screen.findByText('Nothing was recorded before. Start with what matters.')).toBeVisible()
    expect(state()).toHaveTextContent('Saved at 10:20am')
    expect(document.querySelector('[required], [aria-required]')).toBeNull()
    await expectAccessible()
  })

  it('is shown once the device can keep words, so that a network cut after it loses none', async () => {
    let ready = () => {}
    const prepare = vi
      .spyOn(BrowserDevice.prototype, 'prepare')
      .mockImplementation(() => new Promise((resolve) => (ready = resolve)))
    open(ADDRESS, { council: aPractitioner() })
    await waitFor(() => expect(prepare).toHaveBeenCalled())
    await expect(screen.findByLabelText('What matters?', undefined, { timeout: 500 })).rejects.toThrow()

    ready()

    await pageWith('Conversation with Margaret Ellison')
    expect(area()).toHaveValue(BEFORE)
  })

  it('says that a text can no longer be read once its key is destroyed', async () => {
    refuses('get', `/api${ADDRESS}`, 410, 'text-unreadable')
    open(ADDRESS, { council: aPractitioner() })

    expect(await pageWith('This record can no longer be read')).toBeVisible()
  })

  it('says whom to ask where only some members of staff may read it', async () => {
    refuses('get', `/api${ADDRESS}`, 403, 'conversation-restricted', { readerNames: ['Sam Oduya', 'Bethan Pugh'] })
    open(ADDRESS, { council: aPractitioner() })

    expect(await pageWith('Only some members of staff may read this record')).toBeVisible()
    expect(screen.getByText('You can ask Sam Oduya and Bethan Pugh.')).toBeVisible()
  })

  it('is no longer for named members who have left when the others are named again', async () => {
    const left = { memberId: anId(43), name: 'Bethan Pugh' }
    const readers = [{ memberId: anId(41), name: 'Sam Oduya' }, left]
    answers('get', `/api${ADDRESS}`, aConversation({ readers }) as never, { headers: { ETag: '"3"' } })
    answers('get', '/api/team', { items: [{ id: anId(41), name: 'Sam Oduya' }] })
    const sent = answers('put', `/api${ADDRESS}/readers`, aConversation() as never)
    const user = await openRecord()
    await user.click(screen.getByRole('button', { name: 'Change who can read it' }))
    expect(await screen.findByRole('checkbox', { name: 'Sam Oduya' })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Only these members' }))

    await waitFor(() => expect(sent[0]?.body).toEqual({ memberIds: [anId(7), anId(41)] }))
  })

  it('is restricted to the members of staff whom one of them names', async () => {
    answers('get', '/api/team', { items: [{ id: anId(41), name: 'Sam Oduya' }] })
    refuses('put', `/api${ADDRESS}/readers`, 400, 'invalid', {
      errors: [{ pointer: '#/memberIds', code: 'TooFewReaders', detail: 'Name yourself and one more.' }],
    })
    const user = await openRecord()
    expect(screen.getByText('Every practitioner of the council')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Change who can read it' }))
    await user.click(await screen.findByRole('button', { name: 'Only these members' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Select at least one colleague')

    const sent = answers('put', `/api${ADDRESS}/readers`, aConversation() as never)
    await user.click(screen.getByRole('checkbox', { name: 'Sam Oduya' }))
    await user.click(screen.getByRole('button', { name: 'Only these members' }))

    await waitFor(() => expect(sent[0]?.body).toEqual({ memberIds: [anId(7), anId(41)] }))
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Sam Oduya' })).toBeNull())
    await expectAccessible()
  })

  it('saves the words as they are when a box is left, over the version that was read', async () => {
    const sent = answers('put', BOX, box(`${BEFORE} 🌱`, 4))
    const user = await openRecord()

    await user.type(area(), ' 🌱')
    await user.tab()

    await waitFor(() => expect(sent[0]?.body).toEqual({ text: `${BEFORE} 🌱`, fromTool: false }))
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
    await waitFor(() => expect(state()).toHaveTextContent('Saved at 10:27am'))
  })

  it('says that words are not saved while nothing answers, and keeps them', async () => {
    unreachable('put', BOX)
    const user = await openRecord()

    await user.type(area(), ' Misses walking')
    await user.tab()

    await waitFor(() => expect(state()).toHaveTextContent('Not saved yet. Trying again'))
    expect(area()).toHaveValue(`${BEFORE} Misses walking`)
    expect(fireEvent(window, new Event('beforeunload', { cancelable: true })), 'asks before it closes').toBe(false)

    answers('put', BOX, box(`${BEFORE} Misses walking`, 4))
    fireEvent(window, new Event('online'))
    await waitFor(() => expect(state()).toHaveTextContent('Saved at 10:27am'))
    expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(true)
  })

  it('keeps the words when the session has ended, and says how to go on', async () => {
    refuses('put', BOX, 401, 'signed-out')
    const user = await openRecord()

    await user.type(area(), ' Misses walking')
    await user.tab()

    expect(await screen.findByText(/You have been signed out/)).toBeVisible()
    expect(state()).toHaveTextContent('Keep this page open: your words are only here')
    expect(area()).toHaveValue(`${BEFORE} Misses walking`)
  })

  it('keeps the words while another page is shown', async () => {
    unreachable('put', BOX)
    const user = await openRecord()
    await user.type(area(), ' Misses walking')
    await user.click(screen.getByRole('button', { name: 'Save and come back later' }))
    await pageWith('Conversations')

    window.history.back()

    await pageWith('Conversation with Margaret Ellison')
    expect(area()).toHaveValue(`${BEFORE} Misses walking`)
  })

  it('asks which words to keep if another writer changed the same box', async () => {
    refuses('put', BOX, 412, 'stale-version', { current: box('Colin drives.', 4) })
    const user = await openRecord()
    await user.type(area(), ' Misses walking')
    await user.tab()

    const question = await screen.findByRole('group', { name: 'Two texts for “What matters?”' })
    expect(question).toHaveTextContent('Sam Oduya changed this box at 10:41am')
    expect(question).toHaveTextContent('Colin drives.')
    expect(state()).toHaveTextContent('Not saved yet. Choose which words to keep')
    await expectAccessible()
    const both = `Colin drives.\n\n${BEFORE} Misses walking`
    const sent = answers('put', BOX, box(both, 5))
    await user.click(within(question).getByRole('button', { name: 'Keep both' }))

    await waitFor(() => expect(sent[0]?.body).toEqual({ text: both, fromTool: false }))
    expect(sent[0]?.headers.get('If-Match')).toBe('"4"')
    expect(area()).toHaveValue(both)
  })

  it('asks whether much pasted text came from a tool', async () => {
    const sent = answers('put', BOX, box('x', 4))
    const user = await openRecord()
    await user.click(area())
    expect(screen.queryByLabelText('This text came from a tool')).toBeNull()

    await user.paste('A note. '.repeat(30))
    await user.click(screen.getByLabelText('This text came from a tool'))
    await user.tab()

    await waitFor(() => expect(sent.at(-1)?.body).toMatchObject({ fromTool: true }))
  })

  it('shows one box and the save state in listen mode', async () => {
    const user = await openRecord()
    await user.click(screen.getByRole('button', { name: 'Listen mode' }))

    expect(screen.getAllByRole('textbox')).toEqual([area()])
    expect(state()).toBeVisible()
    expect(screen.queryByText('Before today')).toBeNull()
    await expectAccessible()
  })

  it('asks before a sign-out that would lose words', async () => {
    unreachable('put', BOX)
    const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue(undefined)
    const user = await openRecord()
    await user.type(area(), ' Misses walking')
    await new Promise((done) => setTimeout(done, 0))
    await waitFor(async () => {
      await user.click(screen.getByRole('button', { name: 'Sign out' }))
      expect(screen.getByRole('alertdialog')).toHaveAccessibleName('Some of your words are not sent yet')
    })
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Stay and send' }))
    expect(submit).not.toHaveBeenCalled()
    expect(area()).toHaveValue(`${BEFORE} Misses walking`)
  })
})

describe('a record that was begun by mistake', () => {
  const empty = () =>
    answers('get', `/api${ADDRESS}`, aConversation({ boxes: [] }) as never, { headers: { ETag: '"1"' } })

  it('is deleted after a question that says what is lost and who else has it open', async () => {
    empty()
    answers('post', `/api${ADDRESS}/writers/me`, {
      writers: [{ memberId: anId(41), name: 'Sam Oduya' }],
      boxes: [],
      version: 1,
    })
    const sent = answers('delete', `/api${ADDRESS}`, undefined, { status: 204 })
    const user = await openRecord()
    await screen.findByText('Sam Oduya has this record open too')

    await user.click(screen.getByRole('button', { name: 'Delete this record' }))
    expect(screen.getByRole('alertdialog')).toHaveTextContent('The people and the visit stay')
    expect(screen.getByRole('alertdialog')).toHaveTextContent('It is open on another page: Sam Oduya')
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Keep it' }))
    expect(sent).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Delete this record' }))
    await user.dblClick(screen.getByRole('button', { name: 'Delete the record' }))

    expect(await screen.findByText('The record is deleted')).toBeVisible()
    expect(location.pathname).toBe('/conversations')
    expect(sent).toHaveLength(1)
  })

  it('says that it is not empty any more', async () => {
    empty()
    refuses('delete', `/api${ADDRESS}`, 409, 'conversation-has-text')
    const user = await openRecord()

    await user.click(screen.getByRole('button', { name: 'Delete this record' }))
    await user.click(screen.getByRole('button', { name: 'Delete the record' }))

    expect(await screen.findByText(/not empty any more/)).toBeVisible()
  })

  it('cannot be deleted once a member has written in it', async () => {
    await openRecord()

    expect(screen.queryByRole('button', { name: 'Delete this record' })).toBeNull()
  })

  it('says on another page that it is deleted, and keeps the words that were typed there', async () => {
    empty()
    const user = await openRecord()
    refuses('get', `/api${ADDRESS}`, 404, 'not-found')
    refuses('post', `/api${ADDRESS}/writers/me`, 404, 'not-found')
    refuses('put', BOX, 404, 'not-found')

    await user.type(area(), 'Misses walking')
    await user.tab()

    expect(
      await screen.findByText(/This record is deleted. Nothing that you type here is saved/, {}, { timeout: 9000 }),
    ).toBeVisible()
    expect(area()).toHaveValue('Misses walking')
    await waitFor(() => expect(state()).toHaveTextContent('Copy your words'))
    expect(screen.queryByRole('button', { name: 'Delete this record' })).toBeNull()
  })
})

describe('a new record', () => {
  it('asks for the person first', async () => {
    answers('post', '/api/people/search', { items: [found()] })
    const sent = answers('post', '/api/conversations', aConversation() as never, { status: 201 })
    const user = open('/conversations/new', { council: aPractitioner() })
    await pageWith('New conversation')

    await user.type(screen.getByRole('combobox'), 'marg')
    await user.click(await screen.findByRole('option', { name: /Margaret Ellison/ }))

    await pageWith('Conversation with Margaret Ellison')
    expect(sent[0]?.body).toEqual({ personIds: [found().id] })
    expect(window.location.pathname).toBe(ADDRESS)
  })

  it('of a visit that has one leads to that', async () => {
    refuses('post', '/api/conversations', 409, 'conversation-exists', { conversationId: RECORD })
    open(`/conversations/new?booking=${anId(31)}`, { council: aPractitioner() })

    await pageWith('Conversation with Margaret Ellison')
  })

  it('of a person who has not come says so', async () => {
    refuses('post', '/api/conversations', 409, 'not-arrived')
    open(`/conversations/new?booking=${anId(31)}`, { council: aPractitioner() })

    expect(await screen.findByText(/This person has not arrived yet/)).toBeVisible()
  })

  it('is for practitioners only', async () => {
    open('/conversations/new')

    await pageWith('You cannot see this page')
  })
})

describe('the records to finish', () => {
  it('lead to that very record, and say when there are none and when they cannot be read', async () => {
    server.use(http.get('/api/conversations', () => HttpResponse.json({}, { status: 500 })))
    const user = open('/conversations', { council: aPractitioner() })
    expect(await screen.findByText('We cannot show the list right now.')).toBeVisible()
    answers('get', '/api/conversations', { items: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/You have nothing to finish/)).toBeVisible()
    await expectAccessible()

    const people = [{ personId: MARGARET, name: 'Margaret Ellison' }]
    const unrestricted = { readable: true, readerNames: [] }
    const entry = {
      id: RECORD,
      day: '2026-11-24',
      people,
      changedAt: '2026-11-24T10:20:00Z',
      boxesWritten: 1,
      ...unrestricted,
    }
    const sent = answers('get', '/api/conversations', { items: [{ ...entry, recordedByName: 'Sam Oduya' }] } as never)
    await user.click(screen.getByRole('link', { name: 'Everyone’s' }))
    expect(await screen.findByRole('row', { name: /Margaret Ellison.*Sam Oduya/ })).toBeVisible()
    expect(sent[0]?.url.search).toBe('?status=draft&recordedBy=all')
    await user.click(screen.getByRole('link', { name: 'Margaret Ellison' }))
    await pageWith('Conversation with Margaret Ellison')
  })
})

describe('the history', () => {
  it('shows what each writing changed', async () => {
    const at = { promptId: 'prompt.matters', byName: 'Sam Oduya' }
    const times = { writtenFrom: '2026-11-24T09:41:00Z', writtenUntil: '2026-11-24T09:44:00Z' }
    const items = [
      { ...at, ...times, id: anId(1), text: 'Wants the allotment again' },
      { ...at, ...times, id: anId(2), text: 'Wants the garden' },
    ]
    answers('get', `/api${ADDRESS}/revisions`, { items })
    open(`${ADDRESS}/history`, { council: aPractitioner() })
    await pageWith('What was written and when')

    expect(await screen.findAllByText('24 November 2026 at 9:41am to 9:44am, Sam Oduya')).toHaveLength(2)
    expect(document.querySelector('del')).toHaveTextContent('Removed:garden')
    expect(document.querySelector('ins')).toHaveTextContent('Added:allotment again')
    await expectAccessible()
  })

  it('compares texts by their words', () => {
    expect(differences('a b c', 'a x c')).toEqual([
      { kind: 'same', text: 'a ' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: ' c' },
    ])
    expect(differences('', 'new')).toEqual([{ kind: 'added', text: 'new' }])
    expect(differences('same', 'same')).toEqual([{ kind: 'same', text: 'same' }])
  })
})

it('the caret stays in the same words when the text changes around it', () => {
  expect(caretIn('abc def', 'abc def ghi', 3)).toBe(3)
  expect(caretIn('abc def', 'xx abc def', 3)).toBe(6)
  expect(caretIn('abc def', 'z', 3)).toBe(1)
})
