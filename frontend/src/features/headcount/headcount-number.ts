/** The most people that a head count can have. */
const MOST = 999

/** Reads a head count as it is typed; undefined if it is no number from 0 to 999. */
export function readPeople(typed: string): number | undefined {
  const text = typed.trim()
  if (!/^\d{1,3}$/.test(text)) return undefined
  const people = Number(text)
  return people <= MOST ? people : undefined
}
