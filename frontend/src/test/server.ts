import { http, HttpResponse, type JsonBodyType } from 'msw'
import { setupServer } from 'msw/node'
import { aSignInProvider } from './builders'

/** The gateway, as far as a test says what it answers. Anything else that a page asks for is a failure. */
export const server = setupServer(
  // On the boards of most tests nothing happens.
  http.get(
    '/api/hubs/:hubId/days/:date/events',
    () => new HttpResponse(new ReadableStream(), { headers: { 'Content-Type': 'text/event-stream' } }),
  ),
  // No key, so that words are in memory only.
  http.get('/api/devices/:deviceId/draft-key', () => HttpResponse.json({}, { status: 503 })),
  http.get('/session/time-left', () => HttpResponse.json({ seconds: 2700 })),
  http.get('/session/sign-ins', () => HttpResponse.json({ items: [] })),
  // Lists that pages offer beside what most tests are about.
  http.get('/api/people/:personId/timeline', () => HttpResponse.json({ items: [] })),
  http.get('/api/people/:personId/merges', () => HttpResponse.json({ items: [] })),
  http.post('/api/people/duplicates', () => HttpResponse.json({ items: [] })),
  http.get('/api/hubs/:hubId/people-to-tell', () => HttpResponse.json({ items: [] })),
  http.get('/api/hubs/:hubId/to-finish', () =>
    HttpResponse.json({ items: [], attendanceToRecord: 0, peopleToRing: 0, earlier: 0 }),
  ),
  http.get('/api/overdue-work', () =>
    HttpResponse.json({
      until: '2026-11-19',
      items: [],
      conversationsWithoutHub: 0,
      stepsWithoutHub: 0,
      conversationsWithoutReaders: 0,
    }),
  ),
  http.get('/api/assets', () => HttpResponse.json({ items: [] })),
  http.get('/api/concerns', () => HttpResponse.json({ items: [] })),
  http.get('/api/people/:personId/about-me', () => HttpResponse.json({ items: [] })),
  http.get('/api/conversations/:conversationId/about-me-looks', () => HttpResponse.json({ items: [] })),
  http.get('/api/people/:personId/communication', ({ params }) =>
    HttpResponse.json({ personId: params['personId'], overdue: false, version: 0 }, { headers: { ETag: '"0"' } }),
  ),
  http.get('/api/communication-reviews', () => HttpResponse.json({ items: [] })),
  http.get('/api/conversations/:conversationId/letters', () => HttpResponse.json({ items: [] })),
  http.get('/api/conversations/:conversationId/connections', () => HttpResponse.json({ items: [] })),
  http.get('/api/conversations/:conversationId/moves', () => HttpResponse.json({ items: [] })),
  http.get('/api/people/:personId/moved-conversations', () => HttpResponse.json({ items: [] })),
  http.get('/api/conversations/:conversationId/steps', () => HttpResponse.json({ items: [] })),
  http.get('/api/figures/:figure/notes', () => HttpResponse.json({ items: [] })),
  http.get('/api/steps', () => HttpResponse.json({ items: [] })),
  http.get('/api/settings/safeguarding', () =>
    HttpResponse.json({ numbers: [], steps: '', version: 0 }, { headers: { ETag: '"0"' } }),
  ),
  http.get('/api/passkeys', () => HttpResponse.json({ items: [] })),
  http.get('/api/settings/second-factor', () =>
    HttpResponse.json({ everybody: false, version: 0 }, { headers: { ETag: '"0"' } }),
  ),
  http.get('/api/settings/sign-in-provider', () =>
    HttpResponse.json(aSignInProvider({ domains: [], issuer: undefined }), { headers: { ETag: '"0"' } }),
  ),
  http.get('/api/councils/:councilId/email-domains', () =>
    HttpResponse.json({ domains: [], providerOn: false, version: 0 }, { headers: { ETag: '"0"' } }),
  ),
  http.get('/api/members/:memberId/second-factor', () => HttpResponse.json({ setUp: true, own: false })),
  http.get('/api/hubs/imports', () => HttpResponse.json({ items: [] })),
  http.get('/api/support-grants', () => HttpResponse.json({ items: [] })),
  http.get('/api/councils/:councilId/suspension', () =>
    HttpResponse.json({ suspended: false, steps: [], version: 4 }, { headers: { ETag: '"4"' } }),
  ),
  http.get('/api/councils/:councilId/support-grants', () => HttpResponse.json({ items: [] })),
  http.get('/api/team', () => HttpResponse.json({ items: [] })),
)

type Method = 'get' | 'post' | 'put' | 'delete'

interface Reply {
  status?: number
  headers?: Record<string, string>
}

export interface Sent {
  headers: Headers
  url: URL
  body: unknown
}

/** Answers from now on, without a body if it is undefined; gives the list of what was sent there. */
export function answers(method: Method, path: string, body: JsonBodyType, reply: Reply = {}): Sent[] {
  const sent: Sent[] = []
  server.use(
    http[method](path, async ({ request }) => {
      const text = await request.text()
      const json = request.headers.get('Content-Type')?.includes('json') && text
      sent.push({ headers: request.headers, url: new URL(request.url), body: json ? JSON.parse(text) : text })
      return body === undefined ? new HttpResponse(null, reply) : HttpResponse.json(body, reply)
    }),
  )
  return sent
}

/** Refuses from now on, with a problem body. */
export function refuses(method: Method, path: string, status: number, type: string, more: object = {}): Sent[] {
  return answers(method, path, { type: `https://alongside.example/problems/${type}`, status, ...more }, { status })
}

/** Nothing answers: the network is gone. */
export function unreachable(method: Method, path: string): void {
  server.use(http[method](path, () => HttpResponse.error()))
}
