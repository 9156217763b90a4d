import { useTranslation } from 'react-i18next'
import type { Conversation, Prompt } from '../../api/types'

/** The one box of a council that has no prompts of its own. */
const NOTES = 'prompt.notes'

/** The ids of the boxes of a record, in the council's order. */
export function promptIds({ prompts }: Conversation): string[] {
  return prompts.length === 0 ? [NOTES] : prompts.map(({ id }) => id)
}

/** The questions of a record in the council's words, as they were when it was begun. */
export function usePrompts({ prompts }: Conversation): Prompt[] {
  const { t } = useTranslation('conversation')
  return prompts.length === 0
    ? [{ id: NOTES, heading: t('notes.heading'), help: t('notes.help'), main: true }]
    : prompts
}
