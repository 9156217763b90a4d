import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sentence } from '../../api/types'
import { aConversation, aLetter, anId, aPerson, aPractitioner, MARGARET, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { readDraft } from '../../page/draft'
import { answers, refuses } from '../../test/server'

const PERSON = `/api/people/${MARGARET}`
const ABOUT = `${PERSON}/about-me`
const PAGE = `/people/${MARGARET}/about-me`
const RECORD = aConversation().id
const practitioner = { council: aPractitioner() }

function aSentence(some: Partial<Sentence> = {}): Sentence {
  return {
    id: anId(301),
    personId: MARGARET,
    details: {
      heading: 'matters',
      text: 'My garden.',
      saidBy: 'supporter',
      supporterName: 'Jane',
      supporterRelation: 'daughter',
      saidOn: '2026-11-20',
    },
    takenAway: false,
    addedAt: '2026-11-20T09:00:00Z',
    addedByName: 'Priya Nair',
    changes: [],
    version: 4,
    ...some,
  }
}

function asksFor(letterFormat: string) {
  answers(
    'get',
    `${PERSON}/communication`,
    { personId: MARGARET, letterFormat, overdue: true, reviewOn: '2026-11-20', version: 2 },
    { headers: { ETag: '"2"' } },
  )
}

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
  answers('get', PERSON, aPerson() as never, { headers: { ETag: '"3"' } })
  answers('get', `${PERSON}/bookings`, { items: [] })
})

describe('About me', () => {
  it('comes first on the page of a person, with who said it and when', async () => {
    answers('get', ABOUT, { items: [aSentence()] })
    open(`/people/${MARGARET}`, practitioner)

    const section = within(await screen.findByRole('region', { name: 'About Margaret Ellison' }))
    expect(await section.findByText('My garden.')).toBeVisible()
    expect(section.getByText('Jane (daughter) said this on 20 November 2026')).toBeVisible()
    expect(screen.getAllByRole('heading', { level: 2 })[0]).toHaveTextContent('About Margaret Ellison')
    await expectAccessible()
  })

  it('is not asked for by hub staff, who see the communication needs', async () => {
    const asked = answers('get', ABOUT, { items: [aSentence()] })
    asksFor('audio')
    open(`/people/${MARGARET}`)

    expect(await screen.findByText('Letters: Audio')).toBeVisible()
    expect(screen.getByText('Overdue')).toBeVisible()
    expect(asked).toEqual([])
  })

  it('adds a sentence of a supporter, and says first what is missing', async () => {
    const sent = answers('post', ABOUT, aSentence() as never)
    const user = open(PAGE, practitioner)
    await pageWith('About Margaret Ellison')

    await user.click(screen.getByRole('button', { name: 'Add to “Please do”' }))
    await user.click(screen.getByRole('radio', { name: /A supporter/ }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Enter what was said')
    expect(summary).toHaveTextContent('Enter the name of the supporter')
    await user.type(screen.getByLabelText('What was said?'), 'Ring first 🫖')
    await user.type(screen.getByLabelText('Name of the supporter'), 'Jane')
    await user.type(screen.getByLabelText('Who are they to the person?'), 'daughter')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('The sentence is added')).toBeVisible()
    expect(sent[0]?.body).toEqual({
      heading: 'please-do',
      text: 'Ring first 🫖',
      saidBy: 'supporter',
      supporterName: 'Jane',
      supporterRelation: 'daughter',
      saidOn: '2026-11-24',
    })
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy()
    await expectAccessible()
  })

  it('keeps what is typed over a reload', async () => {
    const user = open(PAGE, practitioner)
    await pageWith('About Margaret Ellison')
    await user.click(screen.getByRole('button', { name: 'Add to “Please do”' }))
    await user.type(screen.getByLabelText('What was said?'), 'Ring first')
    await waitFor(() => expect(sessionStorage.getItem('alongside.draft')).not.toBeNull())

    await reload(practitioner)

    expect(await screen.findByLabelText('What was said?')).toHaveValue('Ring first')
  })

  it('keeps the reason for taking a sentence away over a reload', async () => {
    answers('get', ABOUT, { items: [aSentence()] })
    const user = open(PAGE, practitioner)
    await pageWith('About Margaret Ellison')
    await user.click(screen.getByRole('button', { name: 'Take away: My garden.' }))
    await user.type(screen.getByLabelText('Why is it taken away?'), 'She moved')
    await waitFor(async () =>
      expect(JSON.stringify(await readDraft(new Request(window.location.href)))).toContain('She moved'),
    )

    await reload(practitioner)

    expect(await screen.findByLabelText('Why is it taken away?')).toHaveValue('She moved')
  })

  it('shows the words of another member of staff, and keeps what is typed', async () => {
    answers('get', ABOUT, { items: [aSentence()] })
    const user = open(PAGE, practitioner)
    await pageWith('About Margaret Ellison')
    await user.click(screen.getByRole('button', { name: 'Change: My garden.' }))
    await user.clear(screen.getByLabelText('What was said?'))
    await user.type(screen.getByLabelText('What was said?'), 'My roses.')
    refuses('put', `${ABOUT}/${aSentence().id}`, 412, 'stale-version')
    const theirs = aSentence({ version: 5, details: { ...aSentence().details, text: 'My allotment.' } })
    answers('get', ABOUT, { items: [theirs] })
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('It says now: “My allotment.”')).toBeVisible()
    expect(screen.getByLabelText('What was said?')).toHaveValue('My roses.')
    const sent = answers('put', `${ABOUT}/${aSentence().id}`, theirs as never)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent[0]?.headers.get('If-Match')).toBe('"5"'))
    expect(sent[0]?.body).toMatchObject({ details: { text: 'My roses.' }, takenAway: false })
  })

  it('takes a sentence away with a reason, and puts one back', async () => {
    const away = aSentence({
      id: anId(302),
      details: { ...aSentence().details, text: 'My shed.' },
      takenAway: true,
      reason: 'It fell down',
    })
    answers('get', ABOUT, { items: [aSentence(), away] })
    const sent = answers('put', `${ABOUT}/${aSentence().id}`, aSentence() as never)
    const back = answers('put', `${ABOUT}/${anId(302)}`, aSentence() as never)
    const user = open(PAGE, practitioner)
    await pageWith('About Margaret Ellison')

    await user.click(screen.getByRole('button', { name: 'Take away: My garden.' }))
    await user.click(screen.getByRole('button', { name: 'Take it away' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter why it is taken away')
    await user.type(screen.getByLabelText('Why is it taken away?'), 'She moved')
    await user.click(screen.getByRole('button', { name: 'Take it away' }))
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ takenAway: true, reason: 'She moved' }))

    await user.click(screen.getByText('1 sentence that was taken away'))
    await user.click(screen.getByRole('button', { name: 'Put back: My shed.' }))
    await waitFor(() => expect(back[0]?.body).toMatchObject({ takenAway: false }))
  })

  it('comes first in a record, open until it is noted as looked at together', async () => {
    answers('get', ABOUT, { items: [aSentence()] })
    answers('get', `/api/conversations/${RECORD}`, aConversation() as never, { headers: { ETag: '"3"' } })
    answers('get', `${PERSON}/conversations`, { items: [] })
    answers('post', `/api/conversations/${RECORD}/writers/me`, { writers: [], boxes: [], version: 3 })
    answers('delete', `/api/conversations/${RECORD}/writers/me`, undefined, { status: 204 })
    const look = { personId: MARGARET, at: '2026-11-24T10:20:00Z', byName: 'Priya Nair' }
    const sent = answers('post', `/api/conversations/${RECORD}/about-me-looks/${MARGARET}`, { items: [look] })
    const user = open(`/conversations/${RECORD}`, practitioner)

    const sentence = await screen.findByText('My garden.')
    expect(sentence).toBeVisible()
    const box = screen.getAllByRole('textbox')[0] as HTMLElement
    expect(sentence.compareDocumentPosition(box)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await user.click(screen.getByRole('button', { name: 'We looked at this together' }))

    expect(await screen.findByText(/Priya Nair and Margaret Ellison looked at this together/)).toBeVisible()
    expect(sentence).toBeVisible()
    expect(sent).toHaveLength(1)

    answers('get', `/api/conversations/${RECORD}/about-me-looks`, { items: [look] })
    await reload(practitioner)
    expect(await screen.findByText(/Priya Nair and Margaret Ellison looked/)).toBeVisible()
    expect(await screen.findByText('My garden.')).not.toBeVisible()
  })
})

describe('communication needs', () => {
  it.each([
    ['large-print', 'Large print, 22 point', /because Margaret Ellison chose it/],
    ['easy-read', '16 point', /Alongside cannot make it/],
  ])('opens the letter of a person who chose %s', async (format, size, why) => {
    asksFor(format)
    answers('get', `/api/conversations/${RECORD}`, aConversation() as never, { headers: { ETag: '"0"' } })
    answers('get', `/api/conversations/${RECORD}/letters/${MARGARET}`, aLetter() as never)
    open(`/conversations/${RECORD}/letter?person=${MARGARET}`, practitioner)

    expect(await screen.findByRole('radio', { name: size })).toBeChecked()
    expect(screen.getByText(why)).toBeVisible()
  })

  it('are changed with the next review, which is not in the past', async () => {
    const sent = answers('put', `${PERSON}/communication`, { personId: MARGARET, overdue: false, version: 1 })
    const user = open(`/people/${MARGARET}/communication`)
    await pageWith('How Margaret Ellison gets letters')
    await expectAccessible()

    await user.click(screen.getByRole('radio', { name: 'Braille' }))
    await user.type(screen.getByLabelText('Day'), '1')
    await user.type(screen.getByLabelText('Month'), '2')
    await user.type(screen.getByLabelText('Year'), '2020')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The day to ask again must be today or later')
    await user.clear(screen.getByLabelText('Year'))
    await user.type(screen.getByLabelText('Year'), '2027')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await waitFor(() => expect(sent[0]?.body).toEqual({ letterFormat: 'braille', reviewOn: '2027-02-01' }))
    expect(sent[0]?.headers.get('If-Match')).toBe('"0"')
  })

  it('are listed for hub staff when they are overdue', async () => {
    answers('get', '/api/communication-reviews', {
      items: [{ personId: MARGARET, name: 'Margaret', reviewOn: '2026-11-20' }],
    })
    open('/people')

    const list = within(await screen.findByRole('region', { name: 'Ask again about communication needs' }))
    expect(list.getByRole('link', { name: 'Margaret' })).toHaveAttribute('href', `/people/${MARGARET}/communication`)
  })
})
