import { nameOf, type Draft } from './draft'
import type { DraftBox } from './draft-box'

/** The boxes of a page, by their names. It tells its listeners of each change. */
export class DraftMap {
  readonly #drafts = new Map<string, Draft>()
  readonly #listeners = new Set<() => void>()
  #all: readonly Draft[] = []

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Every box that this page knows. */
  readonly all = (): readonly Draft[] => this.#all

  get(conversationId: string, promptId: string): Draft | undefined {
    return this.named(nameOf({ conversationId, promptId }))
  }

  protected named(name: string): Draft | undefined {
    return this.#drafts.get(name)
  }

  protected names(): string[] {
    return [...this.#drafts.keys()]
  }

  /** Puts a box in the place of the one before it, whose facts it keeps unless others are given. */
  protected put(box: DraftBox, facts: Partial<Draft> = {}): Draft {
    const name = nameOf(box)
    const before = this.#drafts.get(name) ?? { sending: false, kept: false, failures: 0 }
    const draft: Draft = { ...before, ...box, ...facts }
    this.#drafts.set(name, draft)
    this.#notify()
    return draft
  }

  protected clear(): void {
    this.#drafts.clear()
    this.#notify()
  }

  #notify(): void {
    this.#all = [...this.#drafts.values()]
    for (const listener of this.#listeners) listener()
  }
}
