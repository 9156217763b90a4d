import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Prompt } from '../../api/types'
import { Checkboxes } from '../../govuk/choices'
import { Hint } from '../../govuk/hint'
import { boxId } from './box-id'
import type { Draft } from './draft'
import { isAsking } from './draft-box'
import type { DraftStore } from './draft-store'
import { TwoTexts } from './two-texts'

/** So much pasted text at once may come from a tool that writes notes. */
const MUCH = 200

interface PromptBoxProps {
  prompt: Prompt
  draft: Draft
  store: DraftStore
  onFocus: (promptId: string) => void
}

/** One question of the record, with a plain text box that grows. Saving never checks what is written. */
export function PromptBox({ prompt, draft, store, onFocus }: PromptBoxProps) {
  const { t } = useTranslation('conversation')
  const [pasted, setPasted] = useState(false)
  const { conversationId, promptId, text, fromTool } = draft
  const id = boxId(promptId)
  const { onType, ...area } = useSteadyArea(text)
  return (
    <div className="govuk-form-group record__box">
      <h2 className="govuk-label-wrapper">
        <label className="govuk-label govuk-label--m" htmlFor={id}>
          {prompt.heading}
        </label>
      </h2>
      {prompt.help && <Hint id={`${id}-hint`}>{prompt.help}</Hint>}
      <textarea
        {...area}
        className="govuk-textarea record__text"
        id={id}
        rows={3}
        value={text}
        aria-describedby={prompt.help ? `${id}-hint` : undefined}
        onChange={(event) => {
          onType(event.target.value)
          store.type(conversationId, promptId, { text: event.target.value })
        }}
        onPaste={(event) => {
          if (event.clipboardData.getData('text').length >= MUCH) setPasted(true)
        }}
        onFocus={() => onFocus(promptId)}
        onBlur={() => void store.send(conversationId, promptId)}
      />
      {isAsking(draft) && <TwoTexts draft={draft} heading={prompt.heading} store={store} />}
      {(pasted || fromTool) && (
        <Checkboxes
          name={`${id}-tool`}
          className="govuk-checkboxes--small"
          values={fromTool ? ['tool'] : []}
          onChange={(values) => store.type(conversationId, promptId, { fromTool: values.length > 0 })}
          items={[{ value: 'tool', text: t('fromTool') }]}
        />
      )}
    </div>
  )
}

/** The place where the caret is, in a text that another writer has changed: in the same words, as far as they are still there. */
export function caretIn(before: string, after: string, caret: number): number {
  if (after.startsWith(before.slice(0, caret))) return caret
  if (after.endsWith(before.slice(caret))) return after.length - (before.length - caret)
  return Math.min(caret, after.length)
}

/** A text area that grows with its text, and whose caret stays where it is when the text changes from outside. */
function useSteadyArea(text: string) {
  const ref = useRef<HTMLTextAreaElement>(null)
  const last = useRef({ text, start: 0, end: 0 })
  useLayoutEffect(() => {
    const area = ref.current
    if (!area) return
    const { text: before, start, end } = last.current
    if (before !== text) {
      last.current = { text, start: caretIn(before, text, start), end: caretIn(before, text, end) }
      if (document.activeElement === area) area.setSelectionRange(last.current.start, last.current.end)
    }
    grow(area)
  }, [text])
  return {
    ref,
    onType(typed: string): void {
      last.current = { ...last.current, text: typed }
    },
    onSelect(): void {
      const area = ref.current
      if (area) last.current = { ...last.current, start: area.selectionStart, end: area.selectionEnd }
    },
  }
}

/** Makes a box as high as its text, in a browser that does not by a style. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports?.('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
