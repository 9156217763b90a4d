import type { Conclusion, Connection, Conversation, ConversationRevision, Letter, Step } from '../../api/types'

export interface RecordPart {
  heading: string
  lines: string[]
}

export interface RecordFacts {
  conversation: Conversation
  prompts: { id: string; heading: string }[]
  letters: Letter[]
  revisions: ConversationRevision[]
  steps: Step[]
  connections: Connection[]
  /** Undefined for a record that is not finished. */
  conclusion: Conclusion | undefined
}

/** The facts of a record under headings, as one plain text for another system. */
export function plainText(title: string, parts: RecordPart[]): string {
  return [title, ...parts.map(({ heading, lines }) => [heading, ...lines].join('\n'))].join('\n\n') + '\n'
}
