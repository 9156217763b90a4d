import { currentSession } from '../api/session'

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
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

let written = 0

/** Keeps a draft for an entry of the history. The draft before is dropped: a tab has one. */
export async function keepDraft(place: string, draft: object): Promise<void> {
  const nth = ++written
  const key = await secret()
  if (!key) return
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify({ place, draft }))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text))
  // A draft that was changed or dropped since must not come back.
  if (nth === written) sessionStorage.setItem(ENTRY, JSON.stringify({ iv: [...iv], sealed: [...sealed] }))
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
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: Uint8Array.from(iv) }, key, Uint8Array.from(sealed))
    const kept = JSON.parse(new TextDecoder().decode(text)) as { place: string; draft: unknown }
    return kept.place === place ? kept.draft : undefined
  } catch {
    return undefined
  }
}
