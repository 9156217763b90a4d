import type { Problem } from '../../api/problem'
import type { DraftBox, SavedBox } from './draft-box'

/** The service, as far as the store of drafts uses it. Each call rejects with a Problem. */
export interface DraftService {
  save(box: DraftBox): Promise<SavedBox>
  read(box: DraftBox): Promise<SavedBox | undefined>
  /** The id of the member who is signed in now. */
  whoIsSignedIn(): Promise<string>
}

/** A box with what is known about its way to the device and to the service. */
export interface Draft extends DraftBox {
  sending: boolean
  /** Whether the device has the present words. */
  kept: boolean
  /** The failed attempts since the service last answered. */
  failures: number
  /** Why the last attempt failed. */
  problem?: Problem | undefined
  /** When the service last accepted words of this page. */
  savedAt?: Date | undefined
}

/** The type of the problem that another member of staff is signed in now. The page makes it; no service answers it. */
export const OTHER_MEMBER = 'other-member'

/** Refusals of the session and not of the words: between a new sign-in and the choice of the council, for instance. */
const OF_THE_SESSION = [OTHER_MEMBER, 'no-council', 'choose-council', 'council-suspended', 'stale-page', 'csrf']

/** Whether the same words may be accepted later. Other words are wanted first for every other refusal. */
export function mayRetry({ status, type }: Problem): boolean {
  return OF_THE_SESSION.includes(type) || [0, 401, 408, 429].includes(status) || status >= 500
}

const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000]

/** The wait before the next attempt. */
export function retryAfter(failures: number): number {
  return RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0
}

export function nameOf({ conversationId, promptId }: { conversationId: string; promptId: string }): string {
  return `${conversationId}/${promptId}`
}

/** One timer for each name. */
export class Timers {
  readonly #running = new Map<string, ReturnType<typeof setTimeout>>()

  has(name: string): boolean {
    return this.#running.has(name)
  }

  /** Starts the timer of a name, in place of the one that runs. */
  start(name: string, after: number, task: () => void): void {
    this.stop(name)
    const run = () => {
      this.#running.delete(name)
      task()
    }
    this.#running.set(name, setTimeout(run, after))
  }

  stop(name: string): void {
    clearTimeout(this.#running.get(name))
    this.#running.delete(name)
  }

  stopAll(): void {
    for (const name of [...this.#running.keys()]) this.stop(name)
  }
}
