import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  aBooking,
  aDay,
  aDaySession,
  aMorning,
  anId,
  aPersonToTell,
  aPractitioner,
  aSlot,
  aToFinishEntry,
  LIBRARY,
  MORNING,
} from '../../test/builders'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses } from '../../test/server'
import type { ToFinishEntry } from '../../api/types'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const LIST = `/api/hubs/${LIBRARY}/to-finish`
const RING = aToFinishEntry({ bookingId: anId(82), personName: 'Gwen Prŷs-Jones', toDo: 'ring', absenceReason: 'ill' })

function toFinish(items: ToFinishEntry[], earlier = 0) {
  const ring = items.filter(({ toDo }) => toDo === 'ring').length
  return answers('get', LIST, {
    items,
    attendanceToRecord: items.length - ring,
    peopleToRing: ring,
    earlier,
  } as never)
}

async function card() {
  return within(await screen.findByRole('region', { name: 'To finish' }))
}

describe('the list of what is left over', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api${BOARD}`, aMorning())
  })

  it('says that nothing is left over', async () => {
    open(BOARD)

    expect(await (await card()).findByText('Nothing is left over from earlier days.')).toBeVisible()
  })

  it('shows practitioners their overdue steps with the record, and hub staff nothing of them', async () => {
    const step = {
      id: anId(71),
      conversationId: anId(72),
      details: { what: 'ring Colin', due: '2026-11-20' },
      status: 'open',
      changes: [],
      version: 0,
    }
    const asked = answers('get', '/api/steps', { items: [{ step, people: [] }] } as never)
    open(BOARD, { council: aPractitioner() })

    expect(await (await card()).findByRole('link', { name: 'ring Colin' })).toHaveAttribute(
      'href',
      `/conversations/${anId(72)}`,
    )
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({ ownedBy: 'me', due: 'overdue' })
    asked.length = 0
    await reload()
    await (await card()).findByText('Nothing is left over from earlier days.')
    expect(asked).toEqual([])
  })

  it('leads to the place where each entry is finished, with the number of a person to ring', async () => {
    toFinish([aToFinishEntry(), RING])
    open(BOARD)
    const list = await card()

    expect(await list.findByRole('heading', { name: '1 attendance to record' })).toBeVisible()
    expect(screen.getByRole('link', { name: '2 to finish' })).toHaveAttribute('href', '#to-finish')
    expect(list.getByRole('link', { name: 'Record the attendance of Margaret Ellison' })).toHaveAttribute(
      'href',
      `/hubs/${LIBRARY}/days/2026-11-23/bookings/${anId(81)}/attendance`,
    )
    expect(list.getByRole('heading', { name: '1 person to ring' })).toBeVisible()
    expect(list.getByText(/They were ill/)).toBeVisible()
    expect(list.getByRole('link', { name: '07700 900123' })).toHaveAttribute('href', 'tel:07700900123')
    await expectAccessible()
  })

  it('has the people to tell, with a link', async () => {
    answers('get', `/api/hubs/${LIBRARY}/people-to-tell`, { items: [aPersonToTell()] } as never)
    open(BOARD)

    expect(await (await card()).findByRole('link', { name: 'See people to tell' })).toBeVisible()
    expect(screen.queryByText('Nothing is left over from earlier days.')).toBeNull()
  })

  it('records that a person was rung, and takes it back', async () => {
    toFinish([RING])
    const rung = answers('post', `/api/bookings/${anId(82)}/follow-up`, {})
    const undone = answers('post', `/api/bookings/${anId(82)}/follow-up/undo`, {})
    const user = open(BOARD)
    const list = await card()
    const button = await list.findByRole('button', { name: 'Rung Gwen Prŷs-Jones' })
    toFinish([])

    await user.click(button)

    expect(await list.findByText('Gwen Prŷs-Jones was rung')).toBeVisible()
    expect(rung[0]?.body).toEqual({ outcome: 'rung' })
    await waitFor(() => expect(list.queryByText(/person to ring/)).toBeNull())
    await user.click(list.getByRole('button', { name: 'Undo Gwen Prŷs-Jones' }))
    expect(await list.findByText('Gwen Prŷs-Jones is back on the list of people to ring')).toBeVisible()
    expect(undone).toHaveLength(1)
  })

  it('says that a colleague was faster', async () => {
    toFinish([RING])
    refuses('post', `/api/bookings/${anId(82)}/follow-up`, 409, 'nothing-to-follow-up')
    const user = open(BOARD)
    const list = await card()

    await user.click(await list.findByRole('button', { name: 'Not needed to ring Gwen Prŷs-Jones' }))

    expect(await list.findByText(/A colleague may have rung them already/)).toBeVisible()
  })

  it('shows no name and no number while names are hidden', async () => {
    toFinish([aToFinishEntry(), RING])
    const user = open(BOARD)
    await pageWith('Tuesday 24 November')
    const list = await card()
    await list.findByText('1 person to ring')

    await user.click(screen.getByRole('button', { name: 'Hide names' }))

    expect(list.getByRole('link', { name: 'Record the attendance of M E' })).toBeVisible()
    expect(list.getByText('Show names to see the number')).toBeVisible()
    expect(document.body).not.toHaveTextContent('Gwen')
    await user.click(screen.getByRole('button', { name: 'Show names' }))
  })

  it('shows the first five, and older entries when asked', async () => {
    toFinish(
      Array.from({ length: 7 }, (_, n) => aToFinishEntry({ bookingId: anId(90 + n), personName: `Person ${n}` })),
      3,
    )
    const user = open(BOARD)
    const list = await card()
    expect(await list.findAllByRole('link', { name: /^Record the attendance/ })).toHaveLength(5)

    await user.click(list.getByRole('button', { name: 'Show 2 more' }))
    expect(list.getAllByRole('link', { name: /^Record the attendance/ })).toHaveLength(7)
    const asked = toFinish([])
    await user.click(list.getByRole('button', { name: 'Show 3 older entries' }))

    await waitFor(() => expect(asked.at(-1)?.url.searchParams.get('all')).toBe('true'))
  })
})

describe('the attendance of an earlier day', () => {
  const DAY = `/hubs/${LIBRARY}/days/2026-11-23`
  const id = anId(81)
  const slot = aSlot('09:30', '10:15', { bookings: [aBooking('Margaret Ellison', { id })] }, '2026-11-23')

  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', `/api${DAY}`, aDay({ date: '2026-11-23', today: false, sessions: [aDaySession({ slots: [slot] })] }))
    answers('get', `/api/bookings/${id}`, { id, askedOn: '2026-11-16' })
  })

  it('is recorded from the row of that day, at the true time', async () => {
    const came = answers('post', `/api/bookings/${id}/late-arrival`, { status: 'arrived' })
    const user = open(DAY)

    await user.click(await screen.findByRole('link', { name: 'Record attendance of Margaret Ellison' }))
    await user.click(await screen.findByRole('radio', { name: 'They came' }))
    await user.type(screen.getByLabelText('When did they arrive?'), '9.25am')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('Margaret Ellison came, and it is recorded')).toBeVisible()
    expect(came[0]?.body).toEqual({ arrived: '09:25' })
    expect(screen.getByRole('button', { name: 'Undo Margaret Ellison' })).toBeVisible()
  })

  it('is recorded without a time that no one knows, but not without an answer', async () => {
    const came = answers('post', `/api/bookings/${id}/late-arrival`, { status: 'arrived' })
    const user = open(`${DAY}/bookings/${id}/attendance`)
    await user.click(await screen.findByRole('button', { name: 'Save' }))
    expect(screen.getAllByText('Select whether Margaret Ellison came')).not.toHaveLength(0)
    await user.click(screen.getByRole('radio', { name: 'They came' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getAllByText(/Enter when they arrived/)).not.toHaveLength(0)
    expect(came).toEqual([])

    await user.click(screen.getByRole('checkbox', { name: 'Time not known' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await waitFor(() => expect(came[0]?.body).toEqual({}))
  })

  it('is an absence with the next step', async () => {
    const absent = answers('post', `/api/bookings/${id}/did-not-attend`, { status: 'did-not-attend' })
    const user = open(`${DAY}/bookings/${id}/attendance`)
    await user.click(await screen.findByRole('radio', { name: 'They did not attend' }))
    await user.click(screen.getByRole('radio', { name: 'Ring them' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await waitFor(() => expect(absent[0]?.body).toEqual({ next: 'ring-them' }))
  })

  it('says what another member of staff has recorded', async () => {
    refuses('post', `/api/bookings/${id}/late-arrival`, 409, 'wrong-status', { bookingStatus: 'did-not-attend' })
    const user = open(`${DAY}/bookings/${id}/attendance`)
    await user.click(await screen.findByRole('radio', { name: 'They came' }))
    await user.click(screen.getByRole('checkbox', { name: 'Time not known' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('It now says: Did not attend')
  })

  it('says who rang a person, and puts the person back on the list', async () => {
    const followUp = { outcome: 'rung' as const, at: '2026-11-24T09:00:00Z', byName: 'Sam Oduya' }
    const absent = aBooking('Margaret Ellison', { id, status: 'did-not-attend', absenceNext: 'ring-them', followUp })
    const day = aDaySession({ slots: [aSlot('09:30', '10:15', { bookings: [absent] }, '2026-11-23')] })
    answers('get', `/api${DAY}`, aDay({ date: '2026-11-23', today: false, sessions: [day] }))
    answers('get', `/api/bookings/${id}/corrections`, { items: [] })
    const undone = answers('post', `/api/bookings/${id}/follow-up/undo`, {})
    const user = open(`${DAY}/bookings/${id}`)
    expect((await screen.findAllByText(/Rung by Sam Oduya/))[0]).toBeVisible()

    await user.click(await screen.findByRole('button', { name: 'Put back on the list of people to ring' }))

    expect(await screen.findByText('Margaret Ellison is back on the list of people to ring')).toBeVisible()
    expect(undone).toHaveLength(1)
  })
})
