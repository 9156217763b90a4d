import i18next from 'i18next'
import { Problem } from '../../api/problem'
import type { FreeSlot } from '../../api/types'
import { hasStarted, timeOfDay } from '../../text/dates'

const KINDS: Record<string, 'taken' | 'over' | 'kept' | 'closed' | 'withdrawn'> = {
  'slot-full': 'taken',
  'slot-over': 'over',
  'hold-expired': 'kept',
  'hub-closed': 'closed',
  'slot-withdrawn': 'withdrawn',
}

interface PlaceGone {
  /** The free slots that are offered instead. */
  alternatives: FreeSlot[]
  /** The slot that is picked instead: the same one, or the next of its day. */
  next: FreeSlot | undefined
  text: string
}

/** Says what to do where a place is gone; undefined for another problem. */
export function placeGone(error: unknown, slot: FreeSlot, now: Date): PlaceGone | undefined {
  const kind = error instanceof Problem ? KINDS[error.type] : undefined
  if (!(error instanceof Problem) || !kind) return undefined
  const alternatives = (error.body.alternatives ?? []) as FreeSlot[]
  const time = timeOfDay(slot.starts)
  const same = alternatives.find(({ id }) => id === slot.id)
  if (same) return { alternatives, next: same, text: i18next.t('booking:error.keptStill', { time }) }
  const next = alternatives.find((other) => other.date === slot.date && !hasStarted(other, now))
  const text = next
    ? i18next.t(`booking:error.${kind}`, { time, next: timeOfDay(next.starts) })
    : i18next.t(alternatives.length > 0 ? `booking:error.${kind}Select` : `booking:error.${kind}All`, { time })
  return { alternatives, next, text }
}
