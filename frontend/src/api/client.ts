import createClient from 'openapi-fetch'
import { deviceTime, readServiceTime } from '../text/clock'
import type { paths as ConversationsPaths } from './conversations.gen'
import { isUnattended } from './presence'
import { Problem } from './problem'
import { compareRelease } from './release'
import { isForThisCouncil, currentSession, leaveForOtherCouncil, renewToken } from './session'
import type { paths as TenantPaths } from './tenant.gen'

export type Paths = ConversationsPaths & TenantPaths

const READS = ['GET', 'HEAD']

async function attempt(request: Request): Promise<Response> {
  const csrf = currentSession()?.csrf
  if (csrf && !READS.includes(request.method)) request.headers.set(csrf.header, csrf.token)
  if (READS.includes(request.method) && isUnattended()) request.headers.set('Alongside-Unattended', 'true')
  try {
    const sent = deviceTime()
    const response = await fetch(request)
    compareRelease(response)
    // A refusal may come from the gateway or a proxy, which have clocks of their own.
    if (response.ok) readServiceTime(response.headers.get('Date'), sent)
    return response
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw Problem.unreachable()
  }
}

/** Never answers: the whole page is on its way elsewhere. */
function leaving(): Promise<never> {
  return new Promise(() => undefined)
}

/** Sends a request to the gateway as this page: with its token, and only for the council that it was opened for. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone()
  let response = await attempt(request)
  if (response.status === 403 && (await Problem.from(response.clone())).type === 'stale-page') {
    if (!(await renewToken())) {
      leaveForOtherCouncil()
      return leaving()
    }
    response = await attempt(again)
  }
  if (!isForThisCouncil(response)) {
    leaveForOtherCouncil()
    return leaving()
  }
  return response
}

export const api = createClient<Paths>({ baseUrl: window.location.origin, fetch: send })

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

function problemOf(answer: Answer<unknown>): Problem {
  const body = answer.error
  return new Problem(answer.response.status, typeof body === 'object' && body !== null ? { ...body } : {})
}

/** Returns the body of a good answer (204 has none) and throws a bad one as a Problem. */
export async function ok<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call
  if (answer.data === undefined && answer.response.status !== 204) throw problemOf(answer)
  return answer.data as T
}

/** Returns the body and the headers of a good answer and throws a bad one as a Problem. */
export async function okWithHeaders<T>(call: Promise<Answer<T>>): Promise<{ body: T; headers: Headers }> {
  const answer = await call
  if (answer.data === undefined) throw problemOf(answer)
  return { body: answer.data, headers: answer.response.headers }
}

/** Returns the body of a good answer with its ETag, which an edit must name. */
export async function okWithTag<T>(call: Promise<Answer<T>>): Promise<{ body: T; tag: string }> {
  const { body, headers } = await okWithHeaders(call)
  return { body, tag: headers.get('ETag') ?? '' }
}
