/** A part of a text: in both texts, only in the newer one, or only in the older one. */
export interface Part {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** More pairs of words than this are not compared one by one. */
const MOST_PAIRS = 1_000_000

const words = (text: string): string[] => text.match(/\s+|\S+/g) ?? []

/** The words that were added to a text and removed from it, in the order of the texts. */
export function differences(older: string, newer: string): Part[] {
  const [from, to] = [words(older), words(newer)]
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start++
  let end = 0
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end++
  const [left, right] = [from.slice(start, from.length - end), to.slice(start, to.length - end)]
  const middle: Part[] =
    left.length * right.length > MOST_PAIRS
      ? [
          { kind: 'removed', text: left.join('') },
          { kind: 'added', text: right.join('') },
        ]
      : compared(left, right)
  return merged([
    { kind: 'same', text: to.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: to.slice(to.length - end).join('') },
  ])
}

/** Compares two lists by their longest common subsequence. */
function compared(left: string[], right: string[]): Part[] {
  const width = right.length + 1
  const longest = new Uint32Array((left.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const parts: Part[] = []
  let row = 0
  let column = 0
  while (row < left.length || column < right.length) {
    const [old = '', now = ''] = [left[row], right[column]]
    if (row < left.length && column < right.length && old === now) {
      parts.push({ kind: 'same', text: now })
      row++
      column++
    } else if (column >= right.length || (row < left.length && at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ kind: 'removed', text: old })
      row++
    } else {
      parts.push({ kind: 'added', text: now })
      column++
    }
  }
  return parts
}

/** Joins neighbours of one kind. */
function merged(parts: Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (part.text === '') continue
    if (last?.kind === part.kind) last.text += part.text
    else all.push({ ...part })
  }
  return all
}
