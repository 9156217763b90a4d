import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Prompt } from '../../api/types'
import { Details } from '../../govuk/details'
import type { Draft } from './draft'
import type { DraftStore } from './draft-store'
import { PromptBox } from './prompt-box'

interface PromptBoxesProps {
  prompts: Prompt[]
  drafts: readonly Draft[]
  store: DraftStore
  /** The one box that is shown while the writer listens. */
  only: string | undefined
  onFocus: (promptId: string) => void
}

/** The boxes of a record: the main ones, and the others below them, open if there are words in one. */
export function PromptBoxes({ prompts, drafts, store, only, onFocus }: PromptBoxesProps) {
  const { t } = useTranslation('conversation')
  const draftOf = (promptId: string) => drafts.find((draft) => draft.promptId === promptId)
  const others = prompts.filter(({ main }) => !main)
  const [startsOpen] = useState(others.some(({ id }) => draftOf(id)?.text))

  const box = (prompt: Prompt) => {
    const draft = draftOf(prompt.id)
    return draft && <PromptBox key={prompt.id} {...{ prompt, draft, store, onFocus }} />
  }

  if (only !== undefined) return prompts.filter(({ id }) => id === only).map(box)
  return (
    <>
      {prompts.filter(({ main }) => main).map(box)}
      {others.length > 0 && (
        <Details className="record__more" summary={t('more')} open={startsOpen}>
          {others.map(box)}
        </Details>
      )}
    </>
  )
}
