import type { Catalogues } from './catalogues'
import { i18next } from './i18n'

/** The text under a key that is known only when the page runs, if the catalogue has one. */
export function findText(
  key: `${keyof Catalogues}:${string}`,
  values: Record<string, unknown> = {},
): string | undefined {
  // The compiler cannot check the key, so it is looked up first. A default value lets i18next take any key.
  return i18next.exists(key, values) ? i18next.t(key, key, values) : undefined
}

/** The text for a word of the API, such as a kind of need; the word itself if it is newer than this page. */
export function lookup<Name extends keyof Catalogues>(
  catalogue: Name,
  group: string,
  word: string,
  values?: Record<string, unknown>,
): string {
  return findText(`${catalogue}:${group}.${word}`, values) ?? word
}
