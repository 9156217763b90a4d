import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '../../api/problem'
import { wordsOf, type DraftBox, type SavedBox } from './draft-box'
import type { Device } from './draft-device'
import { DraftStore } from './draft-store'

const RECORD = 'c1'
const MATTERS = 'prompt.matters'
const WORDS = 'Wants the allotment again. “I’m fine at home” 🌱 Iechyd da'

/** The browser's database of one device, which pages that are opened later still have. */
class FakeDevice implements Device {
  readonly words = new Map<string, DraftBox>()
  works = true
  prepared = 0

  async prepare() {
    this.prepared++
  }
  async keep(box: DraftBox) {
    if (!this.works) throw new Error('no key')
    this.words.set(box.promptId, structuredClone(box))
  }
  async drop({ promptId }: DraftBox) {
    this.words.delete(promptId)
  }
  async takeOver(adopt: (found: DraftBox[]) => DraftBox[]) {
    const found = [...this.words.values()]
    this.words.clear()
    for (const box of adopt(found)) this.words.set(box.promptId, structuredClone(wordsOf(box)))
  }
  async count() {
    return this.words.size
  }
  async dropAll() {
    this.words.clear()
  }
}

/** The service with one record. `next` says what goes wrong with the next saves. */
class FakeService {
  readonly boxes = new Map<string, SavedBox>()
  readonly requests: string[] = []
  next: ('cut' | 'answer-lost' | Problem | Promise<void>)[] = []
  signedIn = 'priya'

  write(promptId: string, text: string, changedByName = 'Sam Oduya'): SavedBox {
    const version = (this.boxes.get(promptId)?.version ?? 0) + 1
    const box = { promptId, text, fromTool: false, version, changedByName, changedAt: '2026-11-24T10:41:00Z' }
    this.boxes.set(promptId, box)
    return box
  }
  async save({ promptId, text, base }: DraftBox) {
    this.requests.push(text)
    const trouble = this.next.shift()
    if (trouble instanceof Problem) throw trouble
    if (trouble === 'cut') throw Problem.unreachable()
    if (trouble instanceof Promise) await trouble
    const current = this.boxes.get(promptId)
    if (current?.text === text) return current
    if ((current?.version ?? 0) !== base.version) throw new Problem(412, { type: 'stale-version', current })
    const saved = this.write(promptId, text, 'Priya Nair')
    if (trouble === 'answer-lost') throw Problem.unreachable()
    return saved
  }
  async read({ promptId }: DraftBox) {
    return this.boxes.get(promptId)
  }
  async whoIsSignedIn() {
    return this.signedIn
  }
  text(promptId = MATTERS) {
    return this.boxes.get(promptId)?.text
  }
}

let service: FakeService
let device: FakeDevice
let open: DraftStore[]

/** Opens a page of a member: what other pages have in memory is not there. */
function openPage(member = 'priya', at = device): DraftStore {
  const store = new DraftStore(member, service, at)
  store.load(RECORD, [service.boxes.get(MATTERS) ?? { promptId: MATTERS, text: '', fromTool: false, version: 0 }])
  open.push(store)
  return store
}

const type = (store: DraftStore, text: string) => store.type(RECORD, MATTERS, { text })
const shown = (store: DraftStore) => store.get(RECORD, MATTERS)
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  service = new FakeService()
  device = new FakeDevice()
  open = []
})
afterEach(() => open.forEach((store) => store.close()))

describe('words', () => {
  it('are on the device within 300 milliseconds, at the service 1.5 seconds after the last key, and then only there', async () => {
    const store = openPage()
    type(store, 'Wants')
    expect(store.hasOnlyInMemory()).toBe(true)
    await pass(200)
    type(store, WORDS)
    await pass(100)
    expect(device.words.get(MATTERS)?.text).toBe(WORDS)
    expect(store.hasOnlyInMemory()).toBe(false)
    await pass(1300)
    expect(service.requests).toEqual([])
    await pass(200)
    expect(service.text()).toBe(WORDS)
    expect(device.words.size).toBe(0)
    expect(store.unsent()).toEqual([])
  })

  it.each(['cut', 'answer-lost', new Problem(503, {}), new Problem(429, {})] as const)(
    'reach the service after each save in turn failed: %s',
    async (trouble) => {
      const store = openPage()
      for (const part of ['Wants the', 'Wants the allotment', WORDS]) {
        service.next = [trouble]
        type(store, part)
        await pass(1600)
        type(store, `${part} and`)
        await pass(1600)
        expect(shown(store)?.text).toBe(`${part} and`)
        expect(shown(store)?.theirs).toBeUndefined()
      }
      await pass(60_000)
      expect(service.text()).toBe(`${WORDS} and`)
      expect(device.words.size).toBe(0)
    },
  )

  it('are tried again after 1, 2, 5, 10 and then each 30 seconds, and at once when the network is back', async () => {
    const store = openPage()
    service.next = Array.from({ length: 8 }, () => 'cut' as const)
    type(store, WORDS)
    await pass(1500)
    for (const seconds of [1, 2, 5, 10, 30, 30]) {
      const before = service.requests.length
      await pass(seconds * 1000 - 1)
      expect(service.requests).toHaveLength(before)
      await pass(1)
      expect(service.requests).toHaveLength(before + 1)
    }
    expect(device.words.get(MATTERS)?.text).toBe(WORDS)
    service.next = []
    store.sendAll()
    await pass(0)
    expect(service.text()).toBe(WORDS)
  })

  it('that are typed during a save are not lost, and are never sent beside it', async () => {
    const store = openPage()
    let answer = () => {}
    service.next = [new Promise<void>((resolve) => (answer = resolve))]
    type(store, 'Wants')
    await pass(1500)
    type(store, WORDS)
    await store.send(RECORD, MATTERS)
    await pass(5000)
    expect(service.requests).toEqual(['Wants'])
    answer()
    await pass(1500)
    expect(service.text()).toBe(WORDS)
    expect(shown(store)?.text).toBe(WORDS)
  })

  it('wait while the session is over, and are sent once the same member is signed in again', async () => {
    const store = openPage()
    service.next = [Problem.signedOut(), Problem.signedOut()]
    type(store, WORDS)
    await pass(2500)
    expect(shown(store)).toMatchObject({ text: WORDS, problem: { status: 401 } })
    expect(device.words.get(MATTERS)?.text).toBe(WORDS)
    await pass(30_000)
    expect(service.text()).toBe(WORDS)
  })

  it.each(['no-council', 'choose-council', 'council-suspended', 'stale-page', 'csrf'])(
    'are sent later when the session does not admit them now (%s)',
    async (type_) => {
      const store = openPage()
      service.next = [new Problem(403, { type: type_ })]
      type(store, WORDS)
      await pass(30_000)
      expect(service.text()).toBe(WORDS)
    },
  )

  it('are never sent in the name of another member who signs in on the device', async () => {
    const store = openPage()
    service.next = [Problem.signedOut()]
    service.signedIn = 'sam'
    type(store, WORDS)
    await pass(60_000)
    expect(service.requests).toHaveLength(1)
    expect(service.text()).toBeUndefined()
    expect(device.words.get(MATTERS)?.text).toBe(WORDS)
    service.signedIn = 'priya'
    await pass(30_000)
    expect(service.text()).toBe(WORDS)
  })

  it('of a page that was closed offline are sent by the next page', async () => {
    const closed = openPage()
    service.next = ['cut', 'cut']
    type(closed, WORDS)
    await pass(400)
    closed.close()

    const next = openPage()
    await next.takeOver()
    expect(shown(next)?.text).toBe(WORDS)
    service.next = []
    await pass(60_000)
    expect(service.text()).toBe(WORDS)
    expect(device.words.size).toBe(0)
  })

  it('of a closed page that the service had got are not kept any longer', async () => {
    const closed = openPage()
    service.next = ['answer-lost']
    type(closed, WORDS)
    await pass(1600)
    closed.close()
    expect(device.words.size).toBe(1)

    const next = openPage()
    await next.takeOver()

    expect(device.words.size).toBe(0)
    expect(await next.hasUnsent()).toBe(false)
  })

  it('of a closed page meet those that another member wrote since, and both are kept until the writer chooses', async () => {
    const closed = openPage()
    type(closed, WORDS)
    await pass(400)
    closed.close()
    service.write(MATTERS, 'Colin drives')

    const next = openPage()
    await next.takeOver()
    await pass(60_000)
    expect(service.text()).toBe('Colin drives')
    expect(shown(next)).toMatchObject({ text: WORDS, theirs: { text: 'Colin drives' } })
    expect(device.words.get(MATTERS)?.text).toBe(WORDS)

    next.choose(RECORD, MATTERS, 'both')
    await pass(1500)
    expect(service.text()).toBe(`Colin drives\n\n${WORDS}`)
    expect(device.words.size).toBe(0)
  })

  it('that no device can keep are said to be in memory only', async () => {
    device.works = false
    const store = openPage()
    service.next = ['cut']
    type(store, WORDS)
    await pass(1600)
    expect(store.hasOnlyInMemory()).toBe(true)
    await pass(1000)
    expect(service.text()).toBe(WORDS)
    expect(store.hasOnlyInMemory()).toBe(false)
  })

  it('that are too long stay, are not sent again as they are, and are sent once they are shorter', async () => {
    const store = openPage()
    service.next = [new Problem(413, { type: 'too-long' })]
    type(store, 'long')
    await pass(60_000)
    expect(service.requests).toHaveLength(1)
    expect(shown(store)).toMatchObject({ text: 'long', problem: { type: 'too-long' } })
    type(store, 'short')
    await pass(1500)
    expect(service.text()).toBe('short')
  })

  it('leave the device at a sign-out only if the member says so', async () => {
    const store = openPage()
    service.next = ['cut']
    type(store, WORDS)
    await pass(1600)
    expect(await store.hasUnsent()).toBe(true)
    await store.deleteUnsent()
    expect(device.words.size).toBe(0)
    await pass(60_000)
    expect(service.text()).toBeUndefined()
  })
})

describe('two writers', () => {
  it('in the same box are asked, and neither text is lost', async () => {
    const priya = openPage()
    const sam = openPage('sam', new FakeDevice())
    type(priya, 'Priya writes')
    type(sam, 'Sam writes')
    await pass(60_000)

    const [first, second] = service.text() === 'Priya writes' ? [priya, sam] : [sam, priya]
    expect(shown(second)?.theirs?.text).toBe(shown(first)?.text)
    second.choose(RECORD, MATTERS, 'both')
    await pass(1500)
    expect(service.text()).toContain('Priya writes')
    expect(service.text()).toContain('Sam writes')
  })

  it('in the same box who do not write at the same time see each other’s words', async () => {
    const priya = openPage()
    service.write(MATTERS, 'Sam was here')
    priya.load(RECORD, [...service.boxes.values()])
    expect(shown(priya)).toMatchObject({ text: 'Sam was here', base: { version: 1 } })
  })
})
