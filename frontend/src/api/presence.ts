import { deviceTime } from '../text/clock'

/** A page on which no key was pressed and nothing was clicked or scrolled for this long may have no one before it. */
const UNATTENDED_MS = 60_000

const ACTS = ['keydown', 'pointerdown', 'wheel'] as const

let acted = deviceTime()

/** A person has just acted on this page. */
export function noteAct(): void {
  acted = deviceTime()
}

for (const act of ACTS) window.addEventListener(act, noteAct, { capture: true, passive: true })

/**
 * Whether a request of this page comes from the page alone, such as a board that reads its day again. The gateway does
 * not extend the session for it.
 */
export function isUnattended(): boolean {
  return deviceTime() - acted > UNATTENDED_MS
}
