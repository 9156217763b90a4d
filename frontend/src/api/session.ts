import { browser } from './browser'
import { Problem } from './problem'
import { serviceTime } from '../text/clock'

export interface CouncilChoice {
  alias: string
  name: string
}

export interface ActingForCouncil extends CouncilChoice {
  kind: 'council'
  id: string
}

/**
 * The person who is signed in at the gateway, and the council for which they act. The gateway has no OpenAPI file: it
 * serves pages only.
 */
export interface Session {
  name: string
  acting: ActingForCouncil | { kind: 'operator' } | null
  choices: CouncilChoice[]
  operator: boolean
  /** Whether the person came through their council's own sign-in, and so has no password of ours. */
  throughCouncil: boolean
  /** The seconds after which the council's own sign-in should be asked again; null after a sign-in with a password. */
  renewIn: number | null
  csrf: { header: string; token: string }
}

/** The session for which this page was opened. In memory only: another tab must not change it. */
let page: Session | undefined

/** The time of the service after which the next page should be loaded as a whole. */
let renewAt = Infinity

/** Whether the council's own sign-in should be asked again. The gateway does that when a page is loaded as a whole. */
export function renewalDue(): boolean {
  return serviceTime().getTime() >= renewAt
}

export function currentSession(): Session | undefined {
  return page
}

export function forgetSession(): void {
  page = undefined
}

export function signInAddress(returnTo: string): string {
  return `/oauth2/authorization/sign-in?return=${encodeURIComponent(returnTo)}`
}

/** To sign in and back to this address. Only for a page that could not be opened: what was typed on one must stay. */
export function signIn(): void {
  browser.go(signInAddress(window.location.pathname + window.location.search))
}

function sameWork(one: Session['acting'], other: Session['acting']): boolean {
  const id = (acting: Session['acting']) => (acting?.kind === 'council' ? acting.id : acting?.kind)
  return id(one) === id(other)
}

const NOTICE = 'alongside.council-changed'

/**
 * The browser has gone on to another council in another tab. What this page shows belongs to the one before, so it is
 * left, and the next page says why.
 */
export function leaveForOtherCouncil(): void {
  sessionStorage.setItem(NOTICE, page?.acting?.kind === 'council' ? page.acting.name : '')
  browser.go('/')
}

/** The council of the previous page, if that page had to be left. Returned once. */
export function councilLeft(): string | null {
  const name = sessionStorage.getItem(NOTICE)
  sessionStorage.removeItem(NOTICE)
  return name
}

async function readSession(): Promise<Session> {
  let response: Response
  try {
    response = await fetch(new URL('/session', window.location.origin), { headers: { Accept: 'application/json' } })
  } catch {
    throw Problem.unreachable()
  }
  if (!response.ok) throw await Problem.from(response)
  const session = (await response.json()) as Session
  renewAt = session.renewIn === null ? Infinity : serviceTime().getTime() + session.renewIn * 1000
  return session
}

/** Asks the gateway who is signed in; this page works for that council from now on. */
export async function openSession(): Promise<Session> {
  page = await readSession()
  return page
}

/**
 * A write was refused because its token is old. If the work is still the same, there is a new token and the write may
 * be sent again: true. If the session has gone to another council, the page must be left: false. If another person has
 * signed in, the person of this page is signed out: what was typed is never sent in another name. While a new sign-in
 * has no council yet, the page stays and the write is refused: the choice may be this page's council.
 */
export async function renewToken(): Promise<boolean> {
  const now = await readSession()
  if (page && page.name !== now.name) throw Problem.signedOut()
  if (page?.acting && !now.acting) throw Problem.councilNotChosen()
  if (!page || !sameWork(page.acting, now.acting)) return false
  page = now
  return true
}

/** Whether an answer is for the council that this page was opened for. */
export function isForThisCouncil(response: Response): boolean {
  const answered = response.headers.get('Alongside-Council')
  return !answered || page?.acting?.kind !== 'council' || page.acting.id === answered
}
