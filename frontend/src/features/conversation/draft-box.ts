/** A box of a record as the service has it. */
export interface SavedBox {
  promptId: string
  text: string
  fromTool: boolean
  /** The optimistic lock of this box; 0 before anything was ever written in it. */
  version: number
  changedAt?: string | null
  changedByName?: string | null
}

/** A box with the words that are typed on this page. Each change makes a new object. */
export interface DraftBox {
  conversationId: string
  promptId: string
  text: string
  fromTool: boolean
  /** The content that the service had when it last answered for this box. The next save replaces this version. */
  base: SavedBox
  /** The texts of requests that had no answer. The service may have any of them. */
  attempted: string[]
  /** Newer words of another writer, while the page asks which words to keep. */
  theirs?: SavedBox | undefined
  /** Words that another page of the same writer had kept on the device, while the page asks which words to keep. */
  earlier?: string | undefined
}

/** The way out of a conflict that the writer chooses. */
export type Choice = 'both' | 'mine' | 'theirs'

/** More attempts than this are not remembered. */
const MOST_ATTEMPTS = 10

export function emptyBox(promptId: string): SavedBox {
  return { promptId, text: '', fromTool: false, version: 0 }
}

export function boxFrom(conversationId: string, base: SavedBox): DraftBox {
  return { conversationId, promptId: base.promptId, text: base.text, fromTool: base.fromTool, base, attempted: [] }
}

function isSame(one: { text: string; fromTool: boolean }, other: { text: string; fromTool: boolean }): boolean {
  return one.text === other.text && one.fromTool === other.fromTool
}

/** The box alone, as the device keeps it. */
export function wordsOf(box: DraftBox): DraftBox {
  const { conversationId, promptId, text, fromTool, base, attempted, theirs, earlier } = box
  return { conversationId, promptId, text, fromTool, base, attempted, theirs, earlier }
}

/** Whether the page asks which words to keep. Until that is answered, nothing of the box is sent. */
export function isAsking(box: DraftBox): boolean {
  return box.theirs !== undefined || box.earlier !== undefined
}

/** Whether the box holds words of which the service has not said that it has them. */
export function isUnsent(box: DraftBox): boolean {
  return box.attempted.length > 0 || box.earlier !== undefined || !isSame(box, box.base)
}

/** A request with the present words is on its way. */
export function attempt(box: DraftBox): DraftBox {
  if (box.attempted.at(-1) === box.text) return box
  return { ...box, attempted: [...box.attempted, box.text].slice(-MOST_ATTEMPTS) }
}

/** The service has saved what was sent. Words that were typed since stay, and are still to be sent. */
export function answered(box: DraftBox, sent: { text: string; fromTool: boolean }, base: SavedBox): DraftBox {
  const now = isSame(box, sent) ? { text: base.text, fromTool: base.fromTool } : {}
  return { ...box, ...now, base, attempted: [] }
}

/**
 * Takes a newer version of the box. Own words that are not sent are never replaced: unless the newer version is one of
 * our own requests whose answer was lost, the page asks.
 */
export function meet(box: DraftBox, newer: SavedBox): DraftBox {
  if (newer.version <= (box.theirs ?? box.base).version) return box
  const isOurs = isSame(box, newer) || (!box.theirs && box.attempted.includes(newer.text))
  if (isOurs) return { ...box, base: newer, attempted: [], theirs: undefined }
  if (!isAsking(box) && isSame(box, box.base)) return boxFrom(box.conversationId, newer)
  return { ...box, theirs: newer }
}

/** Puts two texts into one: theirs, and what mine has beside the beginning and the end that both have. */
function joined(theirs: string, mine: string, base = ''): string {
  return [theirs, beside(theirs, mine, base)].filter((text) => text.trim() !== '').join('\n\n')
}

/** The words of mine that theirs does not have: those after the text that both were made from, or whole sentences. */
function beside(theirs: string, mine: string, base: string): string {
  if (theirs.includes(mine)) return ''
  const added = mine.slice(base.length)
  if (base !== '' && theirs.startsWith(base) && mine.startsWith(base) && /^\s/.test(added)) return added.trimStart()
  const others = sentences(theirs)
  const own = sentences(mine)
  const isSameSentence = (one: string | undefined, other: string | undefined) => one?.trim() === other?.trim()
  const start = own.findIndex((sentence, n) => !isSameSentence(sentence, others[n]))
  const rest = own.slice(start)
  const restOfTheirs = others.slice(start)
  const end = rest.findLastIndex((sentence, n) => !isSameSentence(sentence, restOfTheirs.at(n - rest.length)))
  return rest
    .slice(0, end + 1)
    .join('')
    .trimEnd()
}

/** A text in sentences and lines, each with the space that follows it. */
function sentences(text: string): string[] {
  return text.split(/(?<=[.!?]\s+(?=\S)|\n)/)
}

/** The words beside those of this page, while the page asks. */
export function otherWords({ theirs, earlier = '' }: DraftBox): string {
  return joined(theirs?.text ?? '', earlier)
}

/** Keeps what the writer chose, as a change of the newest version. */
export function resolve(box: DraftBox, choice: Choice): DraftBox {
  const { theirs, base: before, text: mine, ...rest } = box
  const base = theirs ?? before
  const other = otherWords(box)
  const fromTool = choice === 'theirs' ? base.fromTool : box.fromTool || (choice === 'both' && base.fromTool)
  const text = { both: joined(other, mine, before.text), mine, theirs: other }[choice]
  return { ...rest, base, text, fromTool, attempted: [], theirs: undefined, earlier: undefined }
}

/**
 * Takes words that a page which is closed now had kept on the device. If this page has other words already, it asks, as
 * it does for the words of another writer.
 */
export function adopt(box: DraftBox | undefined, kept: DraftBox): DraftBox {
  if (!box) return kept
  if (!isUnsent(box) && !box.theirs) return meet(kept, box.base)
  return isSame(box, kept) ? box : { ...box, earlier: joined(box.earlier ?? '', kept.text) }
}
