/**
 * The time of the services. Pages go by it, never by the clock of the device: that one only measures how much time has
 * passed since a service last answered. Everything that asks for the current time asks here.
 */

/** A device whose clock differs by more than this is wrong enough to say so. */
const FAR_OFF_MS = 2 * 60_000

/** An answer that took longer than this says too little about the time. */
const SLOWEST_MS = 10_000

export type DeviceClock = 'right' | 'wrong'

let ahead = 0
const listeners = new Set<() => void>()

function set(next: number): void {
  const before = deviceClock.get()
  ahead = next
  if (deviceClock.get() !== before) listeners.forEach((listener) => listener())
}

/** The current time of the services; that of the device until a service has answered. */
export function serviceTime(): Date {
  return inServiceTime(deviceTime())
}

/** Converts a time of the device, such as one that the query cache noted. */
export function inServiceTime(device: number): Date {
  return new Date(device + ahead)
}

/** The milliseconds of the device's clock, to measure a duration. */
export function deviceTime(): number {
  return Date.now()
}

/** Reads the time from an answer's `Date` header, which has whole seconds. `sent` is the device's time of the request. */
export function readServiceTime(header: string | null, sent: number): void {
  const answered = deviceTime()
  const seconds = Date.parse(header ?? '')
  if (Number.isNaN(seconds) || answered - sent > SLOWEST_MS || answered < sent) return
  set(seconds + 500 - (sent + answered) / 2)
}

/** Whether the device's clock is right, for `useSyncExternalStore`. */
export const deviceClock = {
  get: (): DeviceClock => (Math.abs(ahead) > FAR_OFF_MS ? 'wrong' : 'right'),
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  reset: (): void => set(0),
}
