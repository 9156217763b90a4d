import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aConclusion, aConversation, aLetter, anId, aPractitioner, MARGARET } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const RECORD = anId(201)
const LETTER = `/api/conversations/${RECORD}/letters/${MARGARET}`
const PAGE = `/conversations/${RECORD}/letter?person=${MARGARET}`
const practitioner = { council: aPractitioner() }

beforeEach(() => {
  answers('get', `/api/conversations/${RECORD}`, aConversation() as never, { headers: { ETag: '"0"' } })
})

describe('the letter to a person', () => {
  it('says what happens now and what the person was told, once the record is finished', async () => {
    answers('get', LETTER, aLetter() as never)
    answers('get', `/api/conversations/${RECORD}`, aConversation({ status: 'finished' }) as never, {
      headers: { ETag: '"0"' },
    })
    answers('get', `/api/conversations/${RECORD}/conclusion`, aConclusion() as never)
    open(PAGE, practitioner)
    await pageWith('What we talked about')

    const letter = screen.getByRole('article', { name: 'Letter to Margaret Ellison' })
    expect(letter).toHaveTextContent('What happens nowInformation, advice or a contact')
    expect(letter).toHaveTextContent('We told you that this was:')
  })

  it('warns of another person who is named, and leaves the name in when ticked', async () => {
    answers('get', LETTER, aLetter() as never)
    const user = open(PAGE, practitioner)
    await pageWith('What we talked about')
    const letter = screen.getByRole('article', { name: 'Letter to Margaret Ellison' })
    expect(letter).toHaveTextContent('another person drives her')
    expect(letter).not.toHaveTextContent('Tom')
    expect(letter).not.toHaveTextContent('I never said')
    expect(screen.getByText('Tom Akande is named in “What matters?”')).toBeVisible()
    const left = aLetter({ version: 1 })
    left.parts = left.parts.map((part) => ({ ...part, shown: part.text }))
    left.names = left.names.map((name) => ({ ...name, leftIn: true }))
    const sent = answers('put', `${LETTER}/names`, left as never)

    await user.click(screen.getByRole('checkbox', { name: 'Leave the name Tom Akande in' }))

    await waitFor(() => expect(letter).toHaveTextContent('Tom Akande drives her'))
    expect(sent[0]?.body).toEqual({ personIds: [anId(22)] })
    await expectAccessible()
  })

  it('saves a part on leaving its box', async () => {
    answers('get', LETTER, aLetter() as never)
    const user = open(PAGE, practitioner)
    await pageWith('What we talked about')
    const ownWords = { id: 'own-words', text: 'Hello', shown: 'Hello', version: 1 }
    const sent = answers('put', `${LETTER}/parts/own-words`, aLetter({ ownWords }) as never)

    await user.type(screen.getByRole('textbox', { name: 'In your own words' }), 'Hello')
    await user.tab()

    expect(await screen.findByText('Saved')).toBeVisible()
    expect(sent.at(-1)?.body).toEqual({ text: 'Hello' })
    expect(screen.getByRole('article')).toHaveTextContent('Hello')
  })

  it('keeps the typed text when it cannot be saved', async () => {
    answers('get', LETTER, aLetter() as never)
    const user = open(PAGE, practitioner)
    await pageWith('What we talked about')
    refuses('put', `${LETTER}/parts/own-words`, 503, 'unavailable')
    const box = screen.getByRole('textbox', { name: 'In your own words' })

    await user.type(box, 'Hello')
    await user.tab()

    expect(await screen.findByText(/Your words are still here/)).toBeVisible()
    expect(box).toHaveValue('Hello')
  })

  it('prints, in large print when chosen, and notes the copy', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    answers('get', LETTER, aLetter() as never)
    const copies = [{ how: 'by-hand' as const, at: '2026-11-24T10:20:00Z', byName: 'Priya Nair' }]
    const noted = answers('post', `${LETTER}/copies`, aLetter({ copies }) as never)
    const user = open(PAGE, practitioner)
    await pageWith('What we talked about')

    await user.click(screen.getByRole('radio', { name: 'Large print, 22 point' }))
    await user.click(screen.getByRole('button', { name: 'Print' }))
    await user.click(screen.getByRole('button', { name: 'Given by hand' }))

    expect(screen.getByRole('article')).toHaveClass('letter--large')
    expect(print).toHaveBeenCalledTimes(1)
    expect(await screen.findByText(/Given by hand, .*by Priya Nair/)).toBeVisible()
    expect(noted[0]?.body).toEqual({ how: 'by-hand' })
  })
})

describe('the whole record', () => {
  it('answers first what the person was told, what was decided and why, and who was told', async () => {
    const finished = aConversation({ status: 'finished', day: '2026-11-21' })
    answers('get', `/api/conversations/${RECORD}`, finished as never)
    answers('get', `/api/conversations/${RECORD}/conclusion`, aConclusion() as never)
    answers('get', `/api/conversations/${RECORD}/letters`, { items: [] } as never)
    answers('get', `/api/conversations/${RECORD}/revisions`, { items: [] } as never)
    open(`/conversations/${RECORD}/whole`, practitioner)
    await pageWith('Conversation with Margaret Ellison')

    const record = screen.getByRole('article')
    const headings = within(record).getAllByRole('heading', { level: 2 })
    expect(headings.slice(0, 5).map(({ textContent }) => textContent)).toEqual([
      'Facts',
      'What the person was told this was',
      'What was decided and why',
      'Who was told',
      'Added since',
    ])
    expect(record).toHaveTextContent(
      /Described to them as: .*Assessment offered: .*Support to speak: An advocate: Lena/,
    )
    expect(record).toHaveTextContent('Decided: Information, advice or a contactWhy: The allotment club is enough')
    expect(record).toHaveTextContent(/by Priya Nair. Written 3 days later.*She declined later.*Decided: Something else/)
    expect(record).toHaveTextContent(/Her address, with The allotment club on .* Legal basis: Consent/)
    expect(record).toHaveTextContent('She rang back.')
  })

  it('says so when no assessment was mentioned and nothing was shared', async () => {
    const day = '2026-11-24'
    const decisions = { kind: 'conversation', day, outcome: 'other', outcomeReason: 'A chat' } as const
    answers('get', `/api/conversations/${RECORD}`, aConversation({ status: 'finished' }) as never)
    answers('get', `/api/conversations/${RECORD}/conclusion`, aConclusion({ decisions }) as never)
    answers('get', `/api/conversations/${RECORD}/letters`, { items: [] } as never)
    answers('get', `/api/conversations/${RECORD}/revisions`, { items: [] } as never)
    open(`/conversations/${RECORD}/whole`, practitioner)
    await pageWith('Conversation with Margaret Ellison')

    const record = screen.getByRole('article')
    expect(record).toHaveTextContent('does not say that an assessment was asked for, offered or declined')
    expect(record).toHaveTextContent('does not say that information was shared with anyone else')
    expect(record).not.toHaveTextContent('This record is not finished')
  })

  it('copies plain text with headings and facts, and says so', async () => {
    answers('get', `/api/conversations/${RECORD}`, aConversation() as never)
    answers('get', `/api/conversations/${RECORD}/letters`, { items: [aLetter()] } as never)
    answers('get', `/api/conversations/${RECORD}/revisions`, { items: [] } as never)
    const user = open(`/conversations/${RECORD}/whole`, practitioner)
    await pageWith('Conversation with Margaret Ellison')
    expect(screen.getByRole('article')).toHaveTextContent('This record is not finished')
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce(undefined)

    await user.click(screen.getByRole('button', { name: 'Copy for the case system' }))

    expect(await screen.findByText('Copied. Paste it into the case system.')).toBeVisible()
    expect(write.mock.calls[0]?.[0]).toContain('What matters?\nWants to get back to the allotment.')
    write.mockRejectedValueOnce(new Error('not allowed'))
    await user.click(screen.getByRole('button', { name: 'Copy for the case system' }))
    expect(await screen.findByText(/It could not be copied/)).toBeVisible()
  })
})
