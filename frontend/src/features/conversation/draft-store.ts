import { Problem } from '../../api/problem'
import { serviceTime } from '../../text/clock'
import { mayRetry, nameOf, OTHER_MEMBER, retryAfter, Timers, type Draft, type DraftService } from './draft'
import * as boxes from './draft-box'
import type { Choice, DraftBox, SavedBox } from './draft-box'
import type { Device } from './draft-device'
import { DraftMap } from './draft-map'

const KEEP_MS = 300
const SEND_MS = 1500

/**
 * The words that are typed into records and not yet at the service. The store outlives the pages of the journey: each key
 * is in memory at once, on the device within 300 milliseconds, and sent 1.5 seconds after the last one. Words leave the
 * device only when the service has them, or when the writer says so.
 */
export class DraftStore extends DraftMap {
  readonly #member: string
  readonly #service: DraftService
  readonly #device: Device
  readonly #keepTimers = new Timers()
  readonly #sendTimers = new Timers()
  /** Whether the session has ended since the member was last seen. Another member may have signed in since. */
  #inDoubt = false

  constructor(member: string, service: DraftService, device: Device) {
    super()
    this.#member = member
    this.#service = service
    this.#device = device
  }

  /** Gets what is needed to keep words on the device. A network that is cut later then loses nothing. */
  prepare(): Promise<void> {
    return this.#device.prepare()
  }

  /** Takes the boxes of a record as the service has them now. */
  load(conversationId: string, saved: SavedBox[]): void {
    void this.prepare()
    for (const box of saved) {
      const before = this.get(conversationId, box.promptId)
      if (!before?.sending) this.put(before ? boxes.meet(before, box) : boxes.boxFrom(conversationId, box))
    }
  }

  /** Takes over what pages of the same member that are closed now had kept on this device, and sends it. */
  async takeOver(): Promise<void> {
    let taken: string[] = []
    await this.#device.takeOver((found) => {
      for (const kept of found) this.put(boxes.adopt(this.named(nameOf(kept)), kept))
      taken = [...new Set(found.map(nameOf))]
      // The service may have got them before the page was closed. Then there is nothing to keep.
      return taken.flatMap((name) => this.unsent().find((draft) => nameOf(draft) === name) ?? [])
    })
    for (const name of taken) void this.#send(name)
  }

  type(conversationId: string, promptId: string, change: { text?: string; fromTool?: boolean }): void {
    const before = this.get(conversationId, promptId)
    if (before) this.#change({ ...before, ...change })
  }

  /** Keeps what the writer chose where two texts met. */
  choose(conversationId: string, promptId: string, choice: Choice): void {
    const before = this.get(conversationId, promptId)
    if (!before) return
    this.#change(boxes.resolve(before, choice))
    void this.send(conversationId, promptId)
  }

  /** Sends a box now, for example because it is left. */
  send(conversationId: string, promptId: string): Promise<void> {
    return this.#send(nameOf({ conversationId, promptId }))
  }

  /** Sends every box now, for example because the network is back. */
  sendAll(): void {
    for (const name of this.names()) void this.#send(name)
  }

  /** Puts on the device what is not there yet, for example because the page is left. */
  keepAll(): void {
    for (const draft of this.all()) if (!draft.kept) void this.#keep(nameOf(draft))
  }

  unsent(): Draft[] {
    return this.all().filter(boxes.isUnsent)
  }

  /** Whether there are words that are not sent, here or on the device. */
  async hasUnsent(): Promise<boolean> {
    return this.unsent().length > 0 || (await this.#device.count().catch(() => 0)) > 0
  }

  /** Whether words would be lost if the page were closed now. */
  hasOnlyInMemory(): boolean {
    return this.unsent().some(({ kept }) => !kept)
  }

  /** Deletes the words of a box that the service refuses, as the member asked. */
  forget(conversationId: string, promptId: string): void {
    const draft = this.get(conversationId, promptId)
    if (!draft) return
    this.put(boxes.boxFrom(conversationId, draft.base), { problem: undefined, failures: 0 })
    void this.#device.drop(draft).catch(() => undefined)
  }

  /** Deletes all words that are not sent, from this page and from the device, as the member asked. */
  async deleteUnsent(): Promise<void> {
    this.close()
    await this.#device.dropAll()
  }

  /** Forgets all boxes, and plans nothing more. */
  close(): void {
    this.#keepTimers.stopAll()
    this.#sendTimers.stopAll()
    this.clear()
  }

  /** Puts changed words into the store, and plans to keep and to send them. */
  #change(box: Draft | DraftBox): void {
    const name = nameOf(box)
    const before = this.named(name)?.problem
    const { failures } = this.put(box, { kept: false, problem: before && mayRetry(before) ? before : undefined })
    if (!this.#keepTimers.has(name)) this.#keepTimers.start(name, KEEP_MS, () => void this.#keep(name))
    if (failures === 0) this.#sendTimers.start(name, SEND_MS, () => void this.#send(name))
  }

  async #send(name: string): Promise<void> {
    const draft = this.named(name)
    if (!draft || draft.sending || boxes.isAsking(draft) || !boxes.isUnsent(draft)) return
    if (draft.problem && !mayRetry(draft.problem)) return
    this.#sendTimers.stop(name)
    const sent = this.put(boxes.attempt(draft), { sending: true })
    void this.#keep(name)
    try {
      await this.#checkMember()
      const saved = await this.#service.save(sent)
      const facts = { failures: 0, problem: undefined, savedAt: serviceTime() }
      this.#settle(name, (now) => boxes.answered(now, sent, saved), facts)
    } catch (error) {
      await this.#fail(name, sent, error instanceof Problem ? error : Problem.unreachable())
    }
  }

  async #fail(name: string, sent: Draft, refusal: Problem): Promise<void> {
    if (refusal.status === 401) this.#inDoubt = true
    let problem = refusal
    if (refusal.status === 412) {
      const newer =
        (refusal.body.current as SavedBox | undefined) ?? (await this.#service.read(sent).catch(() => undefined))
      if (newer) return this.#settle(name, (now) => boxes.meet(now, newer), { failures: 0, problem: undefined })
      problem = Problem.unreachable()
    }
    const failures = mayRetry(problem) ? sent.failures + 1 : 0
    this.#settle(name, (now) => now, { failures, problem })
  }

  /** Ends a request, and plans the next one if there is something to send. */
  #settle(name: string, change: (now: Draft) => DraftBox, facts: Partial<Draft>): void {
    const now = this.named(name)
    if (!now) return
    const draft = this.put(change(now), { ...facts, sending: false })
    if (boxes.isUnsent(draft)) {
      void this.#keep(name)
      const wait = draft.failures === 0 ? SEND_MS : retryAfter(draft.failures)
      this.#sendTimers.start(name, wait, () => void this.#send(name))
    } else {
      this.#keepTimers.stop(name)
      void this.#device.drop(draft).catch(() => undefined)
    }
  }

  /** After the end of a session, nothing is sent before the same member is signed in again. */
  async #checkMember(): Promise<void> {
    if (!this.#inDoubt) return
    if ((await this.#service.whoIsSignedIn()) !== this.#member) throw new Problem(403, { type: OTHER_MEMBER })
    this.#inDoubt = false
  }

  async #keep(name: string): Promise<void> {
    this.#keepTimers.stop(name)
    const draft = this.named(name)
    if (!draft || !boxes.isUnsent(draft)) return
    const kept = await this.#device.keep(boxes.wordsOf(draft)).then(
      () => true,
      () => false,
    )
    const now = this.named(name)
    if (now?.text === draft.text && now.fromTool === draft.fromTool) this.put(now, { kept })
  }
}
