import i18next from 'i18next'
import { Problem } from '../../api/problem'
import type { FreeSlot } from '../../api/types'
import { longDate, timeOfDay } from '../../text/dates'

const KINDS: Record<string, 'taken' | 'over' | 'kept'> = {
  'slot-full': 'taken',
  'slot-over': 'over',
  'hold-expired': 'kept',
}

/** Returns the free slots offered instead of a place that is gone, and the message; undefined for another problem. */
export function placeGone(error: unknown, slot: FreeSlot): { alternatives: FreeSlot[]; text: string } | undefined {
  const kind = error instanceof Problem ? KINDS[error.type] : undefined
  if (!(error instanceof Problem) || !kind) return undefined
  const alternatives = (error.body.alternatives ?? []) as FreeSlot[]
  const [next] = alternatives
  const time = timeOfDay(slot.starts)
  if (!next) return { alternatives, text: i18next.t(`booking:error.${kind}All`, { time }) }
  if (next.id === slot.id) return { alternatives, text: i18next.t('booking:error.keptStill', { time }) }
  const words = { time, next: timeOfDay(next.starts), day: longDate(next.date) }
  return {
    alternatives,
    text: i18next.t(next.date === slot.date ? `booking:error.${kind}` : `booking:error.${kind}Day`, words),
  }
}
