import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deviceClock, deviceTime, inServiceTime, readServiceTime, serviceTime } from './clock'
import { today } from './dates'

const DEVICE = new Date('2026-11-24T10:00:00Z')

beforeEach(() => vi.useFakeTimers({ now: DEVICE, toFake: ['Date'] }))
afterEach(() => deviceClock.reset())

function answered(header: string | null, { after = 0 } = {}) {
  const sent = deviceTime()
  vi.setSystemTime(sent + after)
  readServiceTime(header, sent)
}

describe('the time of a page', () => {
  it('is the service’s, whatever the clock of the device says', () => {
    answered('Wed, 25 Nov 2026 00:10:00 GMT')

    expect(serviceTime()).toEqual(new Date('2026-11-25T00:10:00.500Z'))
    expect(today()).toBe('2026-11-25')
    expect(inServiceTime(DEVICE.getTime() - 60_000)).toEqual(new Date('2026-11-25T00:09:00.500Z'))
  })

  it('goes on between two answers', () => {
    answered('Tue, 24 Nov 2026 10:30:00 GMT')
    vi.setSystemTime(DEVICE.getTime() + 90_000)

    expect(serviceTime()).toEqual(new Date('2026-11-24T10:31:30.500Z'))
  })

  it('counts half of the way as the way back', () => {
    answered('Tue, 24 Nov 2026 10:30:00 GMT', { after: 4_000 })

    expect(serviceTime()).toEqual(new Date('2026-11-24T10:30:02.500Z'))
  })

  it('is the device’s until an answer says it, and ignores answers that say too little', () => {
    answered(null)
    answered('yesterday')
    answered('Tue, 24 Nov 2026 12:00:00 GMT', { after: 11_000 })

    expect(serviceTime()).toEqual(new Date(DEVICE.getTime() + 11_000))
  })
})

describe('the clock of a device', () => {
  it.each([
    ['Tue, 24 Nov 2026 10:01:58 GMT', 'right'],
    ['Tue, 24 Nov 2026 09:58:02 GMT', 'right'],
    ['Tue, 24 Nov 2026 10:02:01 GMT', 'wrong'],
    ['Tue, 24 Nov 2026 09:57:00 GMT', 'wrong'],
  ])('that shows 10am when it is %s is %s', (header, state) => {
    answered(header)

    expect(deviceClock.get()).toBe(state)
  })

  it('is right again once it was set, and listeners learn of each change', () => {
    const listener = vi.fn()
    const stop = deviceClock.subscribe(listener)
    answered('Tue, 24 Nov 2026 11:00:00 GMT')
    answered('Tue, 24 Nov 2026 11:00:00 GMT')
    vi.setSystemTime(new Date('2026-11-24T11:00:00Z'))
    answered('Tue, 24 Nov 2026 11:00:00 GMT')
    stop()

    expect(deviceClock.get()).toBe('right')
    expect(listener).toHaveBeenCalledTimes(2)
  })
})
