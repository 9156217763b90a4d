import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aConclusion, aConversation, aPractitioner, MARGARET, MORNING } from '../../test/builders'
import { readDraft } from '../../page/draft'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses } from '../../test/server'

const RECORD = aConversation().id
const ADDRESS = `/conversations/${RECORD}`
const FINISH = `/api${ADDRESS}/finish`

const finished = () =>
  answers('get', `/api${ADDRESS}`, aConversation({ status: 'finished', day: '2026-11-21' }) as never)

async function openFinish() {
  const user = open(`${ADDRESS}/finish`, { council: aPractitioner() })
  await pageWith('Finish this record')
  return user
}

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
  answers('get', `/api${ADDRESS}`, aConversation() as never, { headers: { ETag: '"3"' } })
  answers('get', `/api${ADDRESS}/conclusion`, aConclusion() as never)
  answers('get', `/api/people/${MARGARET}/conversations`, { items: [] })
  answers('post', `/api${ADDRESS}/writers/me`, { writers: [], boxes: [], version: 3 })
  answers('delete', `/api${ADDRESS}/writers/me`, undefined, { status: 204 })
  answers('get', '/api/conversations', { items: [] })
})

describe('the end of a record', () => {
  it('needs few fields: the day is that of the visit, and what does not apply is hidden', async () => {
    const sent = answers('post', FINISH, aConclusion() as never)
    const user = await openFinish()
    expect(screen.queryByLabelText('Their name, if you know it')).toBeNull()

    await user.click(screen.getByLabelText('Information, advice or a contact'))
    await user.type(screen.getByLabelText('Why?'), 'The club is enough')
    await user.click(screen.getByLabelText('No support was needed'))
    await user.click(screen.getByRole('button', { name: 'Finish' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"')
    expect(sent[0]?.body).toEqual({
      decisions: {
        kind: 'conversation',
        day: '2026-11-24',
        explainedAs: 'conversation',
        outcome: 'information-and-advice',
        outcomeReason: 'The club is enough',
        support: 'none-needed',
        shares: [],
      },
      toolTextRead: false,
    })
  })

  it('says what is missing, beside each question, and is accessible', async () => {
    const user = await openFinish()

    await user.click(screen.getByLabelText('I shared information about them with others'))
    await user.click(screen.getByRole('button', { name: 'Finish' }))

    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Select what happens next')
    expect(summary).toHaveTextContent('Enter why, in one line')
    expect(summary).toHaveTextContent('Select who supported them to speak')
    expect(summary).toHaveTextContent('Select the legal basis')
    await expectAccessible()
  })

  it('asks for the kind and the day alone if the person was not reached', async () => {
    const sent = answers('post', FINISH, aConclusion() as never)
    const user = await openFinish()

    await user.click(screen.getByLabelText('I tried to reach them'))
    await user.click(screen.getByRole('button', { name: 'Finish' }))

    await waitFor(() =>
      expect(sent[0]?.body).toEqual({
        decisions: { kind: 'tried-to-reach', day: '2026-11-24' },
        toolTextRead: false,
      }),
    )
  })

  it('comes back with what was chosen after a reload', async () => {
    const user = await openFinish()
    await user.click(screen.getByLabelText('An advocate'))
    await user.type(screen.getByLabelText('Why?'), 'The club is enough')
    await waitFor(async () =>
      expect(await readDraft(new Request(window.location.href))).toMatchObject({ outcomeReason: 'The club is enough' }),
    )

    await reload({ council: aPractitioner() })

    expect(await screen.findByLabelText('Why?')).toHaveValue('The club is enough')
    expect(screen.getByLabelText('An advocate')).toBeChecked()
  })

  it('names the person whose words are missing', async () => {
    refuses('post', FINISH, 409, 'nothing-written')
    const user = await openFinish()

    await user.click(screen.getByLabelText('Information, advice or a contact'))
    await user.type(screen.getByLabelText('Why?'), 'The club is enough')
    await user.click(screen.getByLabelText('No support was needed'))
    await user.click(screen.getByRole('button', { name: 'Finish' }))

    expect(await screen.findByText('Enter what matters to Margaret Ellison, or what you agreed')).toBeVisible()
  })

  it('asks who has read the text that came from a tool', async () => {
    const boxes = [{ promptId: 'prompt.matters', text: 'A summary', fromTool: true, version: 1 }]
    answers('get', `/api${ADDRESS}`, aConversation({ boxes }) as never, { headers: { ETag: '"3"' } })
    const sent = answers('post', FINISH, aConclusion() as never)
    const user = await openFinish()

    await user.click(screen.getByLabelText('I tried to reach them'))
    await user.click(screen.getByRole('button', { name: 'Finish' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Confirm that you have read the text')
    expect(sent).toHaveLength(0)
    await user.click(screen.getByLabelText('I have read the text that came from a tool'))
    await user.click(screen.getByRole('button', { name: 'Finish' }))

    await waitFor(() => expect(sent[0]?.body).toMatchObject({ toolTextRead: true }))
  })
})

describe('a finished record', () => {
  it('is read, not written, says when it was written, and is accessible', async () => {
    finished()
    open(ADDRESS, { council: aPractitioner() })
    await pageWith('Conversation with Margaret Ellison')

    expect(await screen.findByText(/Written 3 days later/)).toBeVisible()
    expect(screen.queryByLabelText('What matters?')).toBeNull()
    expect(screen.getByText('Wants to get back to the allotment.')).toBeVisible()
    expect(screen.getByText('The allotment club is enough')).toBeVisible()
    expect(screen.getByText('She rang back.')).toBeVisible()
    await expectAccessible()
  })

  it('takes an addendum, and keeps its words if it is refused', async () => {
    finished()
    refuses('post', `/api${ADDRESS}/addenda`, 503, 'unavailable')
    const user = open(ADDRESS, { council: aPractitioner() })
    const area = await screen.findByLabelText('Add an addendum')

    await user.type(area, 'She is well')
    await user.click(screen.getByRole('button', { name: 'Save the addendum' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(area).toHaveValue('She is well')

    const sent = answers('post', `/api${ADDRESS}/addenda`, aConclusion() as never, { status: 201 })
    await user.click(screen.getByRole('button', { name: 'Save the addendum' }))
    await waitFor(() => expect(area).toHaveValue(''))
    expect(sent[0]?.body).toEqual({ text: 'She is well' })
  })

  it('is put right for a reason, beginning with what was decided', async () => {
    finished()
    answers('get', `/api${ADDRESS}/conclusion`, aConclusion() as never, { headers: { ETag: '"2"' } })
    const sent = answers('put', `/api${ADDRESS}/conclusion`, aConclusion() as never)
    const user = open(`${ADDRESS}/correct`, { council: aPractitioner() })
    await pageWith('Put right what was decided')

    await user.click(screen.getByLabelText('They did not want support'))
    await user.click(screen.getByRole('button', { name: 'Save what is right' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter why it is not right as it is')
    expect(sent).toHaveLength(0)
    await expectAccessible()
    await user.type(screen.getByLabelText('Why is it not right as it is?'), 'She called again')
    await user.click(screen.getByRole('button', { name: 'Save what is right' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.headers.get('If-Match')).toBe('"2"')
    const { decisions } = aConclusion()
    expect(sent[0]?.body).toEqual({
      decisions: { ...decisions, outcome: 'support-declined' },
      reason: 'She called again',
    })
  })

  it('is not put right over what another member of staff put right before, also after a reload', async () => {
    finished()
    const who = { council: aPractitioner() }
    answers('get', `/api${ADDRESS}/conclusion`, aConclusion() as never, { headers: { ETag: '"2"' } })
    refuses('put', `/api${ADDRESS}/conclusion`, 412, 'stale-version')
    const first = open(`${ADDRESS}/correct`, who)
    await pageWith('Put right what was decided')
    await first.type(screen.getByLabelText('Why is it not right as it is?'), 'She called again')
    await waitFor(async () =>
      expect(JSON.stringify(await readDraft(new Request(window.location.href)))).toContain('She called again'),
    )
    const { decisions } = aConclusion()
    const theirs = aConclusion({ decisions: { ...decisions, outcomeReason: 'Her sister helps now' } })
    answers('get', `/api${ADDRESS}/conclusion`, theirs as never, { headers: { ETag: '"3"' } })

    const user = await reload(who)
    await pageWith('Put right what was decided')
    await user.click(screen.getByRole('button', { name: 'Save what is right' }))

    expect(await screen.findByText('Her sister helps now')).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('Another member of staff has put this right already')
    const sent = answers('put', `/api${ADDRESS}/conclusion`, aConclusion() as never)
    await user.click(screen.getByRole('button', { name: 'Save what is right' }))
    await waitFor(() => expect(sent[0]?.headers.get('If-Match')).toBe('"3"'))
  })

  it('offers words as an addendum that were typed when another writer finished it', async () => {
    refuses('put', `/api${ADDRESS}/boxes/prompt.matters`, 409, 'conversation-finished')
    const user = open(ADDRESS, { council: aPractitioner() })
    await user.type(await screen.findByLabelText('What matters?'), ' Misses walking.')
    finished()
    const sent = answers('post', `/api${ADDRESS}/addenda`, aConclusion() as never, { status: 201 })
    await user.tab()

    await user.click(await screen.findByRole('button', { name: 'Add these words as an addendum' }))

    await waitFor(() => expect(sent[0]?.body).toEqual({ text: 'Wants to get back to the allotment. Misses walking.' }))
    await waitFor(() => expect(screen.queryByText('Words of yours that are not in the record')).toBeNull())
  })
})
