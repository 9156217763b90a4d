/** The most letters of a reason that the services keep. */
const LONGEST = 200

/** Returns the key of what is wrong with a typed reason; undefined if nothing is. */
export function reasonFault(typed: string, longest = LONGEST): 'empty' | 'tooLong' | undefined {
  const reason = typed.trim()
  if (!reason) return 'empty'
  return reason.length > longest ? 'tooLong' : undefined
}
