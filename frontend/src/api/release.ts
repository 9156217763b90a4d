/**
 * Whether this page still fits the server. The build writes its release into index.html; the gateway names the release
 * that it serves in the header `Alongside-Release` of each answer.
 */
export type PageState = 'current' | 'outdated' | 'cut-off'

let state: PageState = 'current'
const listeners = new Set<() => void>()

function change(next: PageState): void {
  if (state === next) return
  state = next
  listeners.forEach((listener) => listener())
}

function releaseIn(page: Document): string | undefined {
  return page.querySelector<HTMLMetaElement>('meta[name="alongside-release"]')?.content
}

/** The state of this page, and a way to hear of its changes: for `useSyncExternalStore`. */
export const pageState = {
  get: (): PageState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  reset: (): void => change('current'),
}

/** Compares the release that answered with the release of this page. */
export function compareRelease(response: Response): void {
  const own = releaseIn(document)
  const served = response.headers.get('Alongside-Release')
  if (own && served && own !== served) change('outdated')
  else if (state === 'cut-off') change('current')
}

/**
 * Finds out why a script file of this page could not be loaded: another release is served now, or nothing answers.
 * Returns whether the server answers.
 */
export async function explainMissingScript(): Promise<boolean> {
  try {
    const response = await fetch(new URL('/', window.location.origin), {
      headers: { Accept: 'text/html' },
      cache: 'no-store',
    })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const same = response.ok && releaseIn(page) === releaseIn(document)
    change(response.ok && !same ? 'outdated' : 'cut-off')
    return response.ok
  } catch {
    change('cut-off')
    return false
  }
}
