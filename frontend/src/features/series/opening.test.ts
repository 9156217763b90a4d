import { describe, expect, it } from 'vitest'
import { aHub } from '../../test/builders'
import { hoursMissed } from './opening'

const hub = aHub({
  openingHours: [
    { day: 'tuesday', opens: '09:30', closes: '13:00' },
    { day: 'tuesday', opens: '14:00', closes: '17:00' },
  ],
})
const tuesday = (starts: string, ends: string) => ({ date: '2026-12-01', starts, ends })

describe('opening hours', () => {
  it('are missed by a session that begins earlier, ends later or goes over the midday break', () => {
    for (const session of [tuesday('09:00', '12:00'), tuesday('15:00', '17:30'), tuesday('12:00', '15:00')]) {
      expect(hoursMissed(hub, session)).toHaveLength(2)
    }
  })

  it('are kept by a session within one of them, to the minute', () => {
    expect(hoursMissed(hub, tuesday('09:30:00', '13:00:00'))).toBeUndefined()
  })

  it('are missed by a session until midnight', () => {
    expect(hoursMissed(hub, tuesday('14:00', '00:00'))).toHaveLength(2)
  })

  it('are an empty list on a weekday without any', () => {
    expect(hoursMissed(hub, { date: '2026-12-02', starts: '10:00', ends: '11:00' })).toEqual([])
  })

  it('are never missed where none are known', () => {
    expect(hoursMissed(aHub({ openingHours: [] }), tuesday('06:00', '07:00'))).toBeUndefined()
  })
})
