import { Undo } from './undo'
import type { Result } from './use-board-steps'

/** Says what the last step did, with a button that undoes it. */
export function StepResult({ result, busy }: { result: Result | undefined; busy: boolean }) {
  return (
    <div role="status" className="said">
      {result && (
        <p className="status status--ok">
          <span>{result.text}</span>{' '}
          {result.undo && <Undo key={result.nth} what={result.name ?? ''} busy={busy} onUndo={result.undo} />}
        </p>
      )}
    </div>
  )
}
