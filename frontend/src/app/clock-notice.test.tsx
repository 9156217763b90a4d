import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aHub, aMorning, LIBRARY, MORNING } from '../test/builders'
import { expectAccessible, open, pageWith } from '../test/open'
import { answers } from '../test/server'

const HUBS = { items: [aHub()], total: 1, page: 0, size: 25 }
const minutes = (count: number) => new Date(MORNING.getTime() + count * 60_000)

function answersAt(time: Date) {
  answers('get', '/api/hubs', HUBS as never, { headers: { Date: time.toUTCString() } })
}

beforeEach(() => vi.useFakeTimers({ now: MORNING, toFake: ['Date'] }))

describe('a device whose clock is wrong', () => {
  it('is told the right time', async () => {
    answersAt(minutes(75))
    open('/hubs')
    await pageWith('Hubs')

    const notice = await screen.findByRole('region', { name: 'Important' })
    expect(notice).toHaveTextContent('The clock of this device is wrong')
    expect(notice).toHaveTextContent('It is Tuesday 24 November 2026 at 11:42am.')
    await expectAccessible()
  })

  it('is not told when it is wrong by a minute', async () => {
    answersAt(minutes(1))
    open('/hubs')
    await pageWith('Hubs')

    expect(screen.queryByText('The clock of this device is wrong')).toBeNull()
  })

  it('shows who is late by the time of the service', async () => {
    answers('get', `/api/hubs/${LIBRARY}/days/2026-11-24`, aMorning() as never, {
      headers: { Date: MORNING.toUTCString() },
    })
    vi.setSystemTime(minutes(-24 * 60))
    open(`/hubs/${LIBRARY}/days/2026-11-24`)

    expect((await screen.findAllByText(/minutes late/)).length).toBeGreaterThan(0)
    expect(screen.getByText('Today')).toBeVisible()
  })
})
