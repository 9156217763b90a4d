import { useSyncExternalStore } from 'react'
import { serviceTime } from '../../text/clock'

let since: Date | undefined = navigator.onLine ? undefined : serviceTime()
const listeners = new Set<() => void>()

function look(): void {
  since = navigator.onLine ? undefined : (since ?? serviceTime())
  listeners.forEach((listener) => listener())
}

window.addEventListener('online', look)
window.addEventListener('offline', look)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** When the device lost its network; undefined while it has one. */
export function useOfflineSince(): Date | undefined {
  return useSyncExternalStore(subscribe, () => since)
}
