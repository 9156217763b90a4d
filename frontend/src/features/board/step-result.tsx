import { Undo } from './undo'
import type { Result } from './use-board-steps'

/** The id of the message, which takes the focus when the button that was pressed goes away. */
export const STEP_RESULT = 'step-result'

/** Says what the last step did, with a button that undoes it. */
export function StepResult({ result, busy }: { result: Result | undefined; busy: boolean }) {
  return (
    <div role="status" className="said">
      {result && (
        <p className="status status--ok" id={STEP_RESULT} tabIndex={-1}>
          <span>{result.text}</span>{' '}
          {result.undo && <Undo key={result.nth} what={result.name ?? ''} busy={busy} onUndo={result.undo} />}
        </p>
      )}
    </div>
  )
}
