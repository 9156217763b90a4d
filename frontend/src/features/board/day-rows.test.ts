import { describe, expect, it } from 'vitest'
import { aDaySession, aSlot, anId } from '../../test/builders'
import type { WalkIn } from '../../api/types'
import { inOrderOfTheDay, isUnused, walkInsBySession } from './day-rows'

const DATE = '2026-11-24'

function cameAt(time: string): WalkIn {
  return { id: anId(), reason: 'talk', askedOn: DATE, arrivedAt: `${DATE}T${time}:00Z`, status: 'waiting' } as WalkIn
}

describe('the rows of a day', () => {
  const slots = [aSlot('09:30', '10:15'), aSlot('10:15', '11:00')]

  it('have each walk-in before the first slot that starts later, and the others at the end', () => {
    const [early, between, late] = [cameAt('09:10'), cameAt('09:50'), cameAt('10:40')]

    const rows = inOrderOfTheDay(slots, [early, between, late])

    expect(rows.map(({ before }) => before)).toEqual([[early], [between], [late]])
    expect(rows.map(({ slot }) => slot?.id)).toEqual([slots[0]?.id, slots[1]?.id, undefined])
  })

  it('lose no walk-in: those who came before the first session are in it', () => {
    const morning = aDaySession({ id: anId(61), starts: '09:30', ends: '12:30' })
    const afternoon = aDaySession({ id: anId(62), starts: '13:30', ends: '16:30' })
    const [early, noon, later] = [cameAt('08:00'), cameAt('13:00'), cameAt('13:30')]

    const among = walkInsBySession(DATE, [morning, afternoon], [early, noon, later])

    expect(among.get(morning.id)).toEqual([early, noon])
    expect(among.get(afternoon.id)).toEqual([later])
  })

  it('are unused once the slot is over and places were left', () => {
    const slot = aSlot('09:30', '10:15', { left: 1 })

    expect(isUnused(slot, new Date(`${DATE}T10:14:00Z`))).toBe(false)
    expect(isUnused(slot, new Date(`${DATE}T10:15:00Z`))).toBe(true)
    expect(isUnused({ ...slot, left: 0 }, new Date(`${DATE}T10:15:00Z`))).toBe(false)
  })
})
