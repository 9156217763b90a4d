import type { DaySession, DaySlot, WalkIn } from '../../api/types'
import { hasStarted } from '../../text/dates'

/** The walk-ins that show among the rows of a session: those who came from its start until the next one. */
export function walkInsBySession(date: string, sessions: DaySession[], walkIns: WalkIn[]): Map<string, WalkIn[]> {
  const among = new Map<string, WalkIn[]>()
  for (const walkIn of walkIns) {
    const came = new Date(walkIn.arrivedAt)
    const session = sessions.findLast(({ starts }) => hasStarted({ date, starts }, came)) ?? sessions[0]
    if (session) among.set(session.id, [...(among.get(session.id) ?? []), walkIn])
  }
  return among
}

/** The walk-ins of a session that come before each of its slots, and those that come after the last one. */
export function inOrderOfTheDay(
  slots: DaySlot[],
  walkIns: WalkIn[],
): { before: WalkIn[]; slot: DaySlot | undefined }[] {
  let rest = walkIns
  const before = (slot: DaySlot) => {
    const first = rest.filter(({ arrivedAt }) => new Date(arrivedAt) < new Date(slot.startsAt))
    rest = rest.filter((walkIn) => !first.includes(walkIn))
    return first
  }
  return [...slots.map((slot) => ({ before: before(slot), slot })), { before: rest, slot: undefined }]
}

/** Whether a slot is over and no person was booked into its last places, so that its row says nothing more. */
export function isUnused(slot: DaySlot, now: Date): boolean {
  return slot.left > 0 && new Date(slot.endsAt) <= now
}
