import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aDay, aDaySession, anId, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const HEADCOUNT = `/api/sessions/${anId(61)}/headcount`

function known(people: number | null, tag: string) {
  return answers(
    'get',
    HEADCOUNT,
    { sessionId: anId(61), people, changedByName: people === null ? null : 'Sam Oduya' },
    {
      headers: { ETag: tag },
    },
  )
}

describe('the head count of a session', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api${BOARD}`, aDay({ sessions: [aDaySession({ id: anId(61) })] }))
    answers('get', `${HEADCOUNT}/changes`, { items: [] })
  })

  it('is recorded beside the board', async () => {
    known(null, '"0"')
    const sent = answers('put', HEADCOUNT, {})
    const user = open(BOARD)
    await pageWith('Tuesday 24 November')

    await user.click(screen.getByRole('link', { name: /^Record people without a name/ }))
    await user.type(await screen.findByLabelText('How many people came without giving a name?'), '12')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the number' }))

    expect(await screen.findByText('12 people without a name are recorded')).toBeVisible()
    expect(sent[0]?.body).toEqual({ people: 12 })
    expect(sent[0]?.headers.get('If-Match')).toBe('"0"')
  })

  it('is shown with who recorded it, and is a number', async () => {
    known(12, '"1"')
    answers('get', `${HEADCOUNT}/changes`, {
      items: [{ id: anId(95), people: 12, changedAt: '2026-11-24T10:00:00Z', changedByName: 'Sam Oduya' }],
    })
    const sent = answers('put', HEADCOUNT, {})
    const user = open(`${BOARD}/sessions/${anId(61)}/headcount`)
    const box = await screen.findByLabelText('How many people came without giving a name?')
    expect(box).toHaveValue('12')
    expect(await screen.findByText('12, by Sam Oduya at 10am on Tuesday 24 November 2026')).toBeVisible()

    await user.clear(box)
    await user.type(box, 'many')
    await user.click(screen.getByRole('button', { name: 'Save the number' }))

    expect(screen.getAllByText('Enter the number of people, from 0 to 999')).not.toHaveLength(0)
    expect(sent).toEqual([])
  })

  it('keeps what is typed when a colleague was faster, and replaces theirs only on a second save', async () => {
    known(null, '"0"')
    refuses('put', HEADCOUNT, 412, 'stale-version')
    const user = open(`${BOARD}/sessions/${anId(61)}/headcount`)
    const box = await screen.findByLabelText('How many people came without giving a name?')
    await user.type(box, '7')
    known(12, '"1"')

    await user.click(screen.getByRole('button', { name: 'Save the number' }))

    expect((await screen.findAllByText(/Sam Oduya has recorded 12 in the meantime/))[0]).toBeVisible()
    expect(box).toHaveValue('7')
    const sent = answers('put', HEADCOUNT, {})
    await user.click(screen.getByRole('button', { name: 'Save the number' }))
    await waitFor(() => expect(sent[0]?.headers.get('If-Match')).toBe('"1"'))
  })

  it('says that the session is not on this day', async () => {
    open(`${BOARD}/sessions/${anId(99)}/headcount`)

    expect(await screen.findByText('This session is not on this day any more.')).toBeVisible()
  })
})
