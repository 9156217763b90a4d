export const MOST_ADDRESSES = 50

/** The addresses in what was pasted, each once: also those with a name before them, like "Amir Patel <amir@…>". */
export function addressesIn(pasted: string): string[] {
  const bare = pasted.replaceAll(/"[^"\n]*"/g, ' ').replaceAll(/[^<>,;\n]*<([^<>]*)>/g, ' $1 ')
  const found = bare
    .split(/[\s,;]+/)
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean)
  return [...new Set(found)]
}

/** As much as can be said without sending anything; the service has the last word. */
export function looksLikeAnAddress(address: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(address) && address.length <= 254
}
