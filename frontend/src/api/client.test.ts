import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aCouncil, aSession, LARKSHIRE, MEADOWSHIRE } from '../test/builders'
import { answers, refuses, server, unreachable } from '../test/server'
import { browser } from './browser'
import { api, ok } from './client'
import { noteAct } from './presence'
import { Problem } from './problem'
import { councilLeft, openSession } from './session'

const write = () => ok(api.POST('/api/people/search', { body: { text: 'mar' } }))
const read = () => ok(api.GET('/api/council'))

describe('a request', () => {
  beforeEach(async () => {
    vi.spyOn(browser, 'go').mockReturnValue(undefined)
    window.history.pushState(null, '', '/people?page=2')
    answers('get', '/session', aSession() as never)
    await openSession()
  })

  it('carries the token of the session if it writes, and only then', async () => {
    const reads = answers('get', '/api/council', aCouncil() as never)
    const writes = answers('post', '/api/people/search', { items: [] })

    await read()
    await write()

    expect(reads[0]?.headers.get('X-CSRF-TOKEN')).toBeNull()
    expect(writes[0]?.headers.get('X-CSRF-TOKEN')).toBe('first-token')
  })

  it('is marked as unattended if it reads and no one has acted on the page for a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    noteAct()
    const reads = answers('get', '/api/council', aCouncil() as never)
    const writes = answers('post', '/api/people/search', { items: [] })

    await read()
    vi.setSystemTime(Date.now() + 61_000)
    await read()
    await write()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
    await read()

    expect(reads.map(({ headers }) => headers.get('Alongside-Unattended'))).toEqual([null, 'true', null])
    expect(writes[0]?.headers.get('Alongside-Unattended')).toBeNull()
  })

  it('is sent again with a new token if the old one was lost but the work is the same', async () => {
    const tokens: (string | null)[] = []
    const bodies: string[] = []
    server.use(
      http.post('/api/people/search', async ({ request }) => {
        tokens.push(request.headers.get('X-CSRF-TOKEN'))
        bodies.push(await request.text())
        return tokens.length === 1
          ? HttpResponse.json({ type: 'https://alongside.example/problems/stale-page' }, { status: 403 })
          : HttpResponse.json({ items: [] })
      }),
    )
    answers('get', '/session', aSession({ csrf: { header: 'X-CSRF-TOKEN', token: 'second-token' } }) as never)

    await write()

    expect(tokens).toEqual(['first-token', 'second-token'])
    expect(bodies).toEqual(['{"text":"mar"}', '{"text":"mar"}'])
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('is given up, and the page left, if the session has gone to another council', async () => {
    const sent = refuses('post', '/api/people/search', 403, 'stale-page')
    const acting = { kind: 'council', id: MEADOWSHIRE, alias: 'meadowshire', name: 'Meadowshire Council' } as const
    answers('get', '/session', aSession({ acting }) as never)

    void write()

    await vi.waitFor(() => expect(browser.go).toHaveBeenCalledWith('/'))
    expect(sent).toHaveLength(1)
    expect(councilLeft()).toBe('Larkshire Council')
    expect(councilLeft(), 'told once').toBeNull()
  })

  it('is not sent in the name of another person who has signed in', async () => {
    const sent = refuses('post', '/api/people/search', 403, 'stale-page')
    answers('get', '/session', aSession({ name: 'Sam Oduya' }) as never)

    await expect(write()).rejects.toMatchObject({ status: 401 })
    expect(sent).toHaveLength(1)
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('is refused, and the page stays, while a new sign-in has no council yet', async () => {
    const sent = refuses('post', '/api/people/search', 403, 'stale-page')
    answers('get', '/session', aSession({ acting: null }) as never)

    await expect(write()).rejects.toMatchObject({ status: 403, type: 'choose-council' })
    expect(sent).toHaveLength(1)
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('shows nothing of another council', async () => {
    answers('get', '/api/council', aCouncil() as never, { headers: { 'Alongside-Council': MEADOWSHIRE } })
    const shown = vi.fn()

    void read().then(shown)

    await vi.waitFor(() => expect(browser.go).toHaveBeenCalledWith('/'))
    expect(shown).not.toHaveBeenCalled()
  })

  it('is for this council if the answer says so', async () => {
    answers('get', '/api/council', aCouncil() as never, { headers: { 'Alongside-Council': LARKSHIRE } })

    await expect(read()).resolves.toMatchObject({ name: 'Larkshire Council' })
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('leaves the page as it is without a session, whether it reads or writes', async () => {
    refuses('get', '/api/council', 401, 'signed-out')
    refuses('post', '/api/people/search', 401, 'signed-out')

    await expect(read()).rejects.toMatchObject({ status: 401 })
    await expect(write()).rejects.toMatchObject({ status: 401 })
    expect(browser.go).not.toHaveBeenCalled()
  })

  it('fails with the problem that the service names', async () => {
    refuses('post', '/api/people/search', 409, 'slot-full', {
      detail: 'Every place is taken.',
      errors: [{ pointer: '#/text', code: 'Size' }],
      alternatives: [],
    })

    const problem = await write().catch((error: unknown) => error)

    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({
      type: 'slot-full',
      status: 409,
      detail: 'Every place is taken.',
      fields: [{ pointer: '#/text', code: 'Size' }],
      body: { alternatives: [] },
    })
  })

  it('fails in words when nothing answers, or what answers is no problem body', async () => {
    unreachable('get', '/api/council')
    await expect(read()).rejects.toMatchObject({ type: 'unreachable', status: 0 })

    server.use(http.get('/api/council', () => new HttpResponse('<html>', { status: 502 })))
    await expect(read()).rejects.toMatchObject({ type: '', status: 502 })
  })
})
