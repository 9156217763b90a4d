import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  aConversation,
  aGoalMeasure,
  aLead,
  aMeasure,
  anId,
  aPerson,
  aPractitioner,
  MARGARET,
  theInstruments,
} from '../../test/builders'
import { readDraft } from '../../page/draft'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses } from '../../test/server'
import { today } from '../../text/dates'

const MEASURES = `/api/people/${MARGARET}/measures`
const ASK = `/people/${MARGARET}/measures/ask`
const practitioner = { council: aPractitioner() }

function question(name: RegExp) {
  return within(screen.getByRole('group', { name }))
}

beforeEach(() => {
  answers('get', `/api/people/${MARGARET}`, aPerson() as never, { headers: { ETag: '"0"' } })
  answers('get', '/api/instruments', { items: theInstruments() } as never)
  answers('get', MEASURES, { items: [aMeasure()] } as never)
})

describe('asking how things are', () => {
  it('is reached from the person’s page by a practitioner, and not by hub staff', async () => {
    answers('get', `/api/people/${MARGARET}/bookings`, { items: [] } as never)
    open(`/people/${MARGARET}`, practitioner)

    expect(await screen.findByRole('link', { name: 'Ask how things are' })).toHaveAttribute('href', ASK)
  })

  it('is not offered to hub staff', async () => {
    answers('get', `/api/people/${MARGARET}/bookings`, { items: [] } as never)
    open(`/people/${MARGARET}`)

    await screen.findByRole('button', { name: 'Change details' })
    expect(screen.queryByRole('link', { name: 'Ask how things are' })).toBeNull()
  })

  it('is reached from a record, whose answers belong to it', async () => {
    const record = aConversation()
    answers('get', `/api/conversations/${record.id}`, record as never, { headers: { ETag: '"0"' } })
    answers('post', `/api/conversations/${record.id}/writers/me`, { writers: [], boxes: [], version: 0 } as never)
    answers('delete', `/api/conversations/${record.id}/writers/me`, {} as never)
    open(`/conversations/${record.id}`, practitioner)

    expect(await screen.findByRole('link', { name: 'Ask Margaret Ellison how things are' })).toHaveAttribute(
      'href',
      `${ASK}?conversation=${record.id}`,
    )
  })

  it('shows what was answered last time only after the new answers are saved', async () => {
    const conversation = anId(201)
    const later = aMeasure({
      id: anId(241),
      day: '2026-11-24',
      baseline: false,
      answers: [
        { item: 'satisfied', value: 8 },
        { item: 'happy', noAnswer: 'did-not-want-to' },
      ],
    })
    const sent = answers('post', MEASURES, later as never, { status: 201 })
    const user = open(`${ASK}/ons4?conversation=${conversation}`, practitioner)
    await pageWith('Personal wellbeing (ONS4)')
    expect(screen.queryByText(/Last time/)).toBeNull()
    expect(screen.getByText(/not yet compared this wording/)).toBeVisible()
    await expectAccessible()

    await user.click(question(/How satisfied/).getByRole('radio', { name: '8' }))
    await user.click(question(/How happy/).getByRole('radio', { name: 'They did not want to' }))
    answers('get', MEASURES, { items: [later, aMeasure()] } as never)
    await user.click(screen.getByRole('button', { name: 'Save answers' }))

    expect(await screen.findByText('Last time: 6')).toBeVisible()
    expect(screen.getByText('Last time: Not today')).toBeVisible()
    expect(screen.getByText('Answers saved')).toBeVisible()
    expect(sent[0]?.body).toEqual({
      instrument: 'ons4',
      conversationId: conversation,
      day: today(),
      how: 'asked',
      answers: [
        { item: 'satisfied', value: 8 },
        { item: 'happy', noAnswer: 'did-not-want-to' },
      ],
    })
  })

  it('comes back after a reload as it was filled in', async () => {
    const user = open(`${ASK}/ons4`, practitioner)
    await pageWith('Personal wellbeing (ONS4)')
    await user.click(question(/How satisfied/).getByRole('radio', { name: '8' }))
    await waitFor(async () =>
      expect(JSON.stringify(await readDraft(new Request(window.location.href)))).toContain('"satisfied"'),
    )

    await reload(practitioner)

    await pageWith('Personal wellbeing (ONS4)')
    expect(question(/How satisfied/).getByRole('radio', { name: '8' })).toBeChecked()
  })

  it('says what is wrong beside the question, and keeps what was typed', async () => {
    const sent = answers('post', MEASURES, aMeasure() as never, { status: 201 })
    const user = open(`${ASK}/ascot`, practitioner)
    await pageWith('ASCOT, score only')

    await user.click(screen.getByRole('button', { name: 'Save answers' }))
    expect(screen.getAllByText('Record at least one answer')[0]).toBeVisible()
    const box = screen.getByRole('textbox', { name: 'Weighted score' })
    await user.type(box, '1.2')
    await user.click(screen.getByRole('button', { name: 'Save answers' }))

    expect(
      screen.getByRole('link', { name: 'Enter a number between -0.17 and 1, with at most 3 decimals' }),
    ).toHaveAttribute('href', '#answer-score')
    expect(box).toHaveValue('1.2')
    await user.clear(box)
    await user.type(box, '0.814')
    await user.click(screen.getByRole('button', { name: 'Save answers' }))
    expect(sent[0]?.body).toMatchObject({ answers: [{ item: 'score', value: 0.814 }] })
  })

  it('shows a refusal of the service beside the question and the day', async () => {
    refuses('post', MEASURES, 400, 'invalid', {
      errors: [
        { pointer: '#/answers/1/value', code: 'AnswerOutOfRange' },
        { pointer: '#/day', code: 'BeforeBaseline' },
      ],
    })
    const user = open(`${ASK}/ons4`, practitioner)
    await pageWith('Personal wellbeing (ONS4)')
    await user.click(question(/How happy/).getByRole('radio', { name: '3' }))
    await user.click(screen.getByRole('button', { name: 'Save answers' }))

    expect(await screen.findByRole('link', { name: 'Enter a whole number between 0 and 10' })).toHaveAttribute(
      'href',
      '#answer-happy',
    )
    expect(screen.getByRole('link', { name: /The day must be after the first answers/ })).toBeVisible()
  })

  it('sets goals at first, with their levels', async () => {
    answers('get', MEASURES, { items: [] } as never)
    const sent = answers('post', MEASURES, aGoalMeasure() as never, { status: 201 })
    const user = open(`${ASK}/gas`, practitioner)
    await pageWith('Goals')
    await user.click(screen.getByRole('button', { name: 'Save answers' }))
    expect(screen.getByRole('link', { name: 'Enter the goal' })).toHaveAttribute('href', '#goal-what-0')

    await user.type(screen.getByRole('textbox', { name: 'What do they want to reach?' }), 'Walk to the library')
    await user.type(screen.getByLabelText('As expected', { selector: 'input[type=text]' }), 'Walks with Sam')
    await user.click(screen.getByRole('radio', { name: 'Less than expected' }))
    await user.click(screen.getByRole('button', { name: 'Save answers' }))

    expect(sent[0]?.body).toMatchObject({
      goals: [{ what: 'Walk to the library', weight: 1, levels: ['', '', 'Walks with Sam', '', ''] }],
      answers: [{ item: 'goal-1', value: -1 }],
    })
  })

  it('asks later only how far the goals are reached, without the level of last time', async () => {
    answers('get', MEASURES, { items: [aGoalMeasure()] } as never)
    open(`${ASK}/gas`, practitioner)
    await pageWith('Goals')

    expect(screen.queryByRole('textbox', { name: 'What do they want to reach?' })).toBeNull()
    const goal = question(/Walk to the library/)
    expect(goal.getByText('Walks with Sam')).toBeVisible()
    expect(goal.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false)
  })
})

describe('the answers of a person', () => {
  it('say for a score of one question why there is none', async () => {
    open(`/people/${MARGARET}/measures`, practitioner)
    await pageWith('How Margaret Ellison is')

    expect(screen.getByRole('cell', { name: /Not today/ })).toBeVisible()
    expect(screen.queryByText(/an answer is missing/)).toBeNull()
  })

  it('are corrected for a reason, beginning with what is recorded', async () => {
    const path = `/people/${MARGARET}/measures/answers/${anId(240)}/correct`
    const sent = answers('put', `${MEASURES}/${anId(240)}`, aMeasure({ version: 1 }) as never)
    const user = open(path, practitioner)
    await pageWith('Correct answers')
    expect(question(/How satisfied/).getByRole('radio', { name: '6' })).toBeChecked()
    await user.click(question(/How satisfied/).getByRole('radio', { name: '5' }))
    await user.click(screen.getByRole('button', { name: 'Save correction' }))
    expect(screen.getAllByText('Enter why you correct the answers')[0]).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Why do you correct the answers?' }), 'A slip')
    await user.click(screen.getByRole('button', { name: 'Save correction' }))

    expect(await screen.findByText('Answers corrected')).toBeVisible()
    expect(sent[0]?.headers.get('If-Match')).toBe('"0"')
    expect(sent[0]?.body).toMatchObject({ reason: 'A slip', answers: [{ value: 5 }, { noAnswer: 'not-today' }] })
  })

  it('that another member of staff has corrected are shown before they are corrected again', async () => {
    refuses('put', `${MEASURES}/${anId(240)}`, 412, 'stale-version')
    const user = open(`/people/${MARGARET}/measures/answers/${anId(240)}/correct`, practitioner)
    await pageWith('Correct answers')
    answers('get', MEASURES, {
      items: [aMeasure({ version: 1, answers: [{ item: 'satisfied', value: 2 }] })],
    } as never)
    await user.type(screen.getByRole('textbox', { name: 'Why do you correct the answers?' }), 'A slip')
    await user.click(screen.getByRole('button', { name: 'Save correction' }))

    expect(await screen.findByText('How satisfied are you?: 2')).toBeVisible()
  })
})

describe('answers of the wrong person', () => {
  const PAGE = `/people/${MARGARET}/measures/answers/${anId(240)}`

  it('are withdrawn with a reason, which stays in the list without the answers', async () => {
    const sent = answers('post', `${MEASURES}/${anId(240)}/withdraw`, undefined, { status: 204 })
    const user = open(PAGE, practitioner)
    await user.click(await screen.findByRole('button', { name: 'Withdraw these answers' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))
    expect(screen.getAllByText('Enter why the answers are withdrawn')[0]).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Why are they withdrawn?' }), 'Another person')
    answers('get', MEASURES, {
      items: [
        aMeasure({
          answers: [],
          scores: [],
          withdrawn: { at: '2026-11-24T10:00:00Z', byName: 'Sam Oduya', reason: 'Another person' },
        }),
      ],
    } as never)
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))

    await pageWith('How Margaret Ellison is')
    expect(screen.getByText('Answers withdrawn')).toBeVisible()
    expect(screen.getByText(/Sam Oduya withdrew them, .*: Another person/)).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
    expect(sent[0]?.body).toEqual({ reason: 'Another person' })
  })

  it('are not shown at their address any more', async () => {
    const withdrawn = { at: '2026-11-24T10:00:00Z', byName: 'Sam Oduya', reason: 'Another person' }
    answers('get', MEASURES, { items: [aMeasure({ answers: [], scores: [], withdrawn })] } as never)
    open(PAGE, practitioner)

    expect(await screen.findByText(/^Sam Oduya withdrew these answers, .*: Another person$/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Withdraw these answers' })).toBeNull()
  })

  it('keep the reason over a reload', async () => {
    const user = open(PAGE, practitioner)
    await user.click(await screen.findByRole('button', { name: 'Withdraw these answers' }))
    await user.type(screen.getByRole('textbox', { name: 'Why are they withdrawn?' }), 'Another person')
    await waitFor(async () =>
      expect(JSON.stringify(await readDraft(new Request(window.location.href)))).toContain('Another person'),
    )

    await reload(practitioner)

    expect(await screen.findByRole('textbox', { name: 'Why are they withdrawn?' })).toHaveValue('Another person')
  })
})

describe('how answers change', () => {
  it('is shown to a lead without names, and not for too few pairs', async () => {
    answers('get', '/api/measures/change', {
      fewestPairs: 8,
      items: [
        { instrument: 'ons4', scale: 'satisfied', pairs: 12, mean: 1.4, low: 0.3, high: 2.5 },
        { instrument: 'ons4', scale: 'happy' },
      ],
    } as never)
    open('/figures', { council: aLead() })
    await pageWith('How answers change')

    const row = await screen.findByRole('row', { name: /Satisfied with life/ })
    expect(row).toHaveTextContent('121.40.3 to 2.5')
    expect(screen.getByRole('row', { name: /Happy yesterday/ })).toHaveTextContent('Fewer than 8 pairs')
    expect(screen.getByText(/People report these answers themselves/)).toBeVisible()
    await expectAccessible()
  })
})
