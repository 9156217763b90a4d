import { currentSession } from '../api/session'
import { seal, sealingKey, unseal } from './sealing'

/**
 * The text that a person has typed into a form and not yet sent, for a reload and for Back. It is kept in the tab,
 * encrypted with a key that is made from the session's page token. The token is never stored in the browser, so after
 * sign-out, or for another council, the draft cannot be read (docs/adr/0030).
 */
const ENTRY = 'alongside.draft'

/** The entry in the browser's history that a draft belongs to, with its address. */
export function draftPlace(): string {
  const { key } = (window.history.state ?? {}) as { key?: string }
  return `${key ?? ''} ${window.location.pathname}${window.location.search}`
}

async function secret(): Promise<CryptoKey | undefined> {
  const token = currentSession()?.csrf.token
  if (!token) return undefined
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`draft ${token}`))
  return sealingKey(bytes)
}

let written = 0

/** Keeps a draft for an entry of the history. The draft before is dropped: a tab has one. */
export async function keepDraft(place: string, draft: object): Promise<void> {
  const nth = ++written
  const key = await secret()
  if (!key) return
  const { iv, sealed } = await seal(key, place, draft)
  // A draft that was changed or dropped since must not come back.
  if (nth === written)
    sessionStorage.setItem(ENTRY, JSON.stringify({ iv: [...iv], sealed: [...new Uint8Array(sealed)] }))
}

export function dropDraft(): void {
  written++
  sessionStorage.removeItem(ENTRY)
}

/**
 * The draft of the entry of the history that is opened, for the loader of its page; undefined if there is none that this
 * session can read.
 */
export async function readDraft(request: Request): Promise<unknown> {
  // A new entry is in the history only after its page has loaded.
  if (new URL(request.url).href !== window.location.href) return undefined
  const place = draftPlace()
  try {
    const { iv, sealed } = JSON.parse(sessionStorage.getItem(ENTRY) ?? '') as { iv: number[]; sealed: number[] }
    const key = await secret()
    if (!key) return undefined
    return await unseal(key, place, { iv: Uint8Array.from(iv), sealed: Uint8Array.from(sealed).buffer })
  } catch {
    return undefined
  }
}
