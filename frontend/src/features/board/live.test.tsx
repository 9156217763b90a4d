import { act, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aDay, aMorning, anId, LIBRARY, MORNING } from '../../test/builders'
import { open, pageWith } from '../../test/open'
import { answers, server } from '../../test/server'

const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const DAY = `/api${BOARD}`

/** Streams that a test speaks into and cuts. */
function streams() {
  const opened: ReadableStreamDefaultController<Uint8Array>[] = []
  server.use(
    http.get(`${DAY}/events`, () => {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void opened.push(controller) })
      return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } })
    }),
  )
  const say = (nth: number, text: string) => opened[nth]?.enqueue(new TextEncoder().encode(text))
  return { opened, changed: (nth: number) => say(nth, 'event:changed\ndata:1\n\n'), say }
}

describe('a board that is open', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  })
  afterEach(() => vi.restoreAllMocks())

  it('reads the day again when it is told of a change, in one piece or in two', async () => {
    const read = answers('get', DAY, aMorning())
    const { opened, changed, say } = streams()
    open(BOARD)
    await pageWith('Tuesday 24 November')
    await waitFor(() => expect(opened).toHaveLength(1))
    const before = read.length
    const day = aMorning()
    Object.assign(day.sessions[0]?.slots[1]?.bookings[0] ?? {}, {
      status: 'arrived',
      arrivedAt: '2026-11-24T10:26:00Z',
    })
    const again = answers('get', DAY, day)

    say(0, ':\n\nevent:cha')
    expect([read.length, again.length]).toEqual([before, 0])
    say(0, 'nged\ndata:7\n\n')

    await waitFor(() => expect(screen.getByRole('row', { name: /Gwen/ })).toHaveTextContent('Arrived 10:26am'))
    changed(0)
    await waitFor(() => expect(again.length).toBeGreaterThan(1))
  })

  it('comes back after a cut, and reads what it missed', async () => {
    const read = answers('get', DAY, aMorning())
    const { opened, changed } = streams()
    open(BOARD)
    await pageWith('Tuesday 24 November')
    await waitFor(() => expect(opened).toHaveLength(1))

    opened[0]?.error(new Error('cut'))
    expect(await screen.findByText(/We have lost the connection/)).toBeVisible()
    await waitFor(() => expect(opened).toHaveLength(2), { timeout: 5000 })
    const before = read.length
    changed(1)

    await waitFor(() => expect(read.length).toBeGreaterThan(before))
    await waitFor(() => expect(screen.queryByText(/We have lost the connection/)).toBeNull())
  })

  it('takes silence for a cut, since a connection that lives says something every 3 seconds', async () => {
    answers('get', DAY, aMorning())
    const silences: (() => void)[] = []
    const real = globalThis.setTimeout
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, after?: number) => {
      if (after === 9_000) silences.push(run)
      return real(run, after)
    }) as never)
    const { opened, changed, say } = streams()
    open(BOARD)
    await pageWith('Tuesday 24 November')
    await waitFor(() => expect(opened).toHaveLength(1))
    const before = silences.length
    say(0, ':\n\n')
    await waitFor(() => expect(silences.length).toBeGreaterThan(before))

    act(() => silences.at(-1)?.())

    expect(await screen.findByText(/We have lost the connection/)).toBeVisible()
    await waitFor(() => expect(opened).toHaveLength(2), { timeout: 5000 })
    changed(1)
    await waitFor(() => expect(screen.queryByText(/We have lost the connection/)).toBeNull())
  })

  it('says at once that the browser is offline, and since when, until the network is back', async () => {
    answers('get', DAY, aMorning())
    const { opened, changed } = streams()
    open(BOARD)
    await pageWith('Tuesday 24 November')
    await waitFor(() => expect(opened).toHaveLength(1))
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)

    act(() => void window.dispatchEvent(new Event('offline')))

    expect(screen.getByText(/^Offline since 10:27am/)).toBeVisible()
    online.mockReturnValue(true)
    act(() => void window.dispatchEvent(new Event('online')))
    await waitFor(() => expect(opened.length).toBeGreaterThan(1), { timeout: 5000 })
    changed(opened.length - 1)
    await waitFor(() => expect(screen.queryByText(/^Offline since/)).toBeNull())
  })

  it.each([
    [401, 'You have been signed out, so this page no longer shows changes.'],
    [403, 'You may no longer see this day'],
  ])('says in words that it may not, and asks no more (%s)', async (status, words) => {
    answers('get', DAY, aMorning())
    const asked = vi.fn()
    server.use(
      http.get(`${DAY}/events`, () => {
        asked()
        return HttpResponse.json({}, { status })
      }),
    )
    open(BOARD)

    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('row', { name: /Gwen/ })).toBeVisible()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('closes its stream while the page is hidden, and opens it again', async () => {
    answers('get', DAY, aMorning())
    const { opened } = streams()
    open(BOARD)
    await pageWith('Tuesday 24 November')
    await waitFor(() => expect(opened).toHaveLength(1))

    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))

    await waitFor(() => expect(opened).toHaveLength(2))
  })
})

describe('a board that is left open over night', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-24T23:59:40Z'), toFake: ['Date', 'setInterval', 'clearInterval'] })
    vi.spyOn(globalThis, 'setInterval')
  })

  /** The page's clock begins to tick with its effects, which may come a while after its heading is painted. */
  async function halfAMinuteLater() {
    await expect.poll(() => vi.mocked(setInterval).mock.calls.some(([, every]) => every === 30_000)).toBe(true)
    act(() => void vi.advanceTimersByTime(30_000))
  }

  it('goes on to the new day', async () => {
    answers('get', DAY, aDay())
    answers('get', `/api/hubs/${LIBRARY}/days/2026-11-25`, aDay({ date: '2026-11-25' }))
    open(BOARD)
    await pageWith('Tuesday 24 November')

    await halfAMinuteLater()

    expect(await pageWith('Wednesday 25 November')).toBeVisible()
    expect(window.location.pathname).toBe(`/hubs/${LIBRARY}/days/2026-11-25`)
  })

  it('stays while a person of a session from 11:30pm is still there, and offers the new day', async () => {
    const day = {
      ...aDay(),
      walkIns: [
        {
          id: anId(51),
          reason: 'talk',
          status: 'in-conversation',
          arrivedAt: '2026-11-24T23:40:00Z',
          askedOn: '2026-11-24',
        },
      ],
    }
    answers('get', DAY, day as never)
    open(BOARD)
    await pageWith('Tuesday 24 November')

    await halfAMinuteLater()

    expect(await screen.findByRole('link', { name: 'Go to today' })).toBeVisible()
    expect(window.location.pathname).toBe(BOARD)
  })
})
