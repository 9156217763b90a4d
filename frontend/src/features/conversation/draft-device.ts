import { seal, unseal, type Sealed } from '../../page/sealing'
import { openDatabase } from './device-database'
import type { DraftBox } from './draft-box'

/** A place on the device for words that are not sent yet. */
export interface Device {
  /** Gets what is needed to keep words, while there is a network. Resolves as well if that fails. */
  prepare(): Promise<void>
  /** Keeps a box. Rejects if the device cannot hold it, or if there is no key to encrypt it. */
  keep(box: DraftBox): Promise<void>
  drop(box: DraftBox): Promise<void>
  /**
   * Takes over the boxes that pages which are closed now had kept: `adopt` returns what this page keeps of them. Other
   * pages that are open have their own.
   */
  takeOver(adopt: (found: DraftBox[]) => DraftBox[]): Promise<void>
  /** The boxes of the same member and council, also those of other pages. */
  count(): Promise<number>
  /** Drops every box of the same member and council, also those of other pages. */
  dropAll(): Promise<void>
}

const PAGE_LOCK = 'alongside.page.'

/** A name for this page, held as long as the page is open, so that other pages know that its words have a home. */
function openPage(): string {
  const page = crypto.randomUUID()
  void navigator.locks?.request(PAGE_LOCK + page, () => new Promise(() => undefined))
  return page
}

async function openPages(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.map(({ name }) => name?.slice(PAGE_LOCK.length) ?? ''))
}

/**
 * Keeps words in the browser's database, encrypted with AES-GCM. The key comes from the service, for one member of one
 * council on one device, and is in memory only: another member who signs in on this device has another key. A name has
 * the ids of the council, the member, the page, the record and the box.
 */
export class BrowserDevice implements Device {
  readonly #owner: string
  readonly #readKey: () => Promise<CryptoKey>
  readonly #page = openPage()
  #key: Promise<CryptoKey> | undefined
  /** The last task. Each waits for the one before, so that an older text never replaces a newer one. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(owner: string, readKey: () => Promise<CryptoKey>) {
    this.#owner = owner
    this.#readKey = readKey
  }

  async prepare(): Promise<void> {
    await this.#secret().catch(() => undefined)
  }

  keep(box: DraftBox): Promise<void> {
    return this.#next(() => this.#put(box))
  }

  drop(box: DraftBox): Promise<void> {
    return this.#next(async () => {
      const database = await openDatabase()
      await database.delete('words', this.#name(box))
      database.close()
    })
  }

  takeOver(adopt: (found: DraftBox[]) => DraftBox[]): Promise<void> {
    return this.#next(async () => {
      const database = await openDatabase()
      const kept = await database.getAllKeys('words', this.#all())
      const inUse = kept.length === 0 ? new Set<string>() : await openPages()
      const closed = kept
        .map((name) => ({ name, page: name.split('/')[2] ?? '' }))
        .filter(({ page }) => page !== this.#page && !inUse.has(page))
      const found: { name: string; box: DraftBox }[] = []
      for (const { name } of closed) {
        const value = await database.get('words', name)
        const box = value && (await this.#read(name, value))
        if (box) found.push({ name, box })
      }
      for (const box of adopt(found.map(({ box }) => box))) await this.#put(box)
      for (const { name } of found) await database.delete('words', name)
      database.close()
    })
  }

  count(): Promise<number> {
    return this.#next(async () => {
      const database = await openDatabase()
      const count = await database.count('words', this.#all())
      database.close()
      return count
    })
  }

  dropAll(): Promise<void> {
    return this.#next(async () => {
      const database = await openDatabase()
      await database.delete('words', this.#all())
      database.close()
    })
  }

  /** The names of this member's boxes. */
  #all(): IDBKeyRange {
    return IDBKeyRange.bound(`${this.#owner}/`, `${this.#owner}0`)
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task, task)
    this.#last = done.catch(() => undefined)
    return done
  }

  /** Reads the key once. A failed reading is tried again with the next text. */
  #secret(): Promise<CryptoKey> {
    this.#key ??= this.#readKey().catch((cause: unknown) => {
      this.#key = undefined
      throw cause
    })
    return this.#key
  }

  #name(box: DraftBox): string {
    return `${this.#owner}/${this.#page}/${box.conversationId}/${box.promptId}`
  }

  async #put(box: DraftBox): Promise<void> {
    const name = this.#name(box)
    const sealed = await seal(await this.#secret(), name, box)
    const database = await openDatabase()
    await database.put('words', sealed, name)
    database.close()
  }

  /** The box, or undefined if this key does not open it: it is left for whom it belongs to. */
  async #read(name: string, sealed: Sealed): Promise<DraftBox | undefined> {
    const key = await this.#secret()
    try {
      return (await unseal(key, name, sealed)) as DraftBox
    } catch {
      return undefined
    }
  }
}
