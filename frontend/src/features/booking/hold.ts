import { useCallback, useEffect, useRef, useState } from 'react'
import { api, ok } from '../../api/client'
import { Problem } from '../../api/problem'
import type { FreeSlot, Hold } from '../../api/types'

/** A person who moves through the times with the arrow keys does not hold each of them. */
const SETTLED_MS = 350

/** A place that is held, and until when. */
export interface KeptPlace {
  slot: FreeSlot
  hold: Hold
}

interface Kept {
  slotId: string
  timer?: ReturnType<typeof setTimeout>
  answer?: Promise<Hold | undefined>
}

async function giveBack(was: Kept | undefined): Promise<void> {
  clearTimeout(was?.timer)
  const hold = await was?.answer
  // Otherwise the hold expires after ten minutes.
  if (hold) await api.DELETE('/api/holds/{holdId}', { params: { path: { holdId: hold.id } } }).catch(() => undefined)
}

/**
 * Holds one place during a booking, and releases it when another is chosen or the page is left. The page learns at once
 * of a place that is gone. If a hold fails for another reason, the booking itself asks for the place.
 */
export function useHold(onGone: (error: Problem, slot: FreeSlot) => unknown, already?: KeptPlace) {
  const kept = useRef<Kept>(already && { slotId: already.slot.id, answer: Promise.resolve(already.hold) })
  const [held, setHeld] = useState(already)
  const latest = useRef(onGone)
  useEffect(() => {
    latest.current = onGone
  })

  const drop = useCallback(() => {
    void giveBack(kept.current)
    kept.current = undefined
    setHeld(undefined)
  }, [])
  useEffect(() => drop, [drop])

  const keep = useCallback(
    (slot: FreeSlot) => {
      if (kept.current?.slotId === slot.id) return
      drop()
      const now: Kept = { slotId: slot.id }
      kept.current = now
      now.timer = setTimeout(() => {
        now.answer = ok(
          api.POST('/api/slots/{slotId}/holds', {
            params: { path: { slotId: slot.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          }),
        )
          .then((hold) => {
            if (kept.current === now) setHeld({ slot, hold })
            return hold
          })
          .catch((error: unknown) => {
            if (
              kept.current === now &&
              error instanceof Problem &&
              ['slot-full', 'slot-over', 'slot-withdrawn', 'hub-closed'].includes(error.type)
            ) {
              kept.current = undefined
              latest.current(error, slot)
            }
            return undefined
          })
      }, SETTLED_MS)
    },
    [drop],
  )

  /** The hold on this slot, for the booking to use up; waits for one that is on its way. */
  const take = useCallback(async (slotId: string): Promise<string | undefined> => {
    const now = kept.current
    if (now?.slotId !== slotId) return undefined
    clearTimeout(now.timer)
    return (await now.answer)?.id
  }, [])

  /**
   * The hold on this slot is used up, or no good any more. A hold on another slot, which has been made since, is
   * released.
   */
  const used = useCallback(
    (slotId: string) => {
      if (kept.current?.slotId === slotId) kept.current = undefined
      else drop()
    },
    [drop],
  )

  return { held, keep, take, used, drop }
}
