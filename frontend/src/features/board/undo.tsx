import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** How long an undo is offered. The service would take it for two minutes. */
const OFFERED_MS = 10_000

/** Undoes a change. The button goes after ten seconds, unless it has the focus or the pointer. */
export function Undo({ what, onUndo, busy }: { what: string; onUndo: () => void; busy: boolean }) {
  const { t } = useTranslation('board')
  const [over, setOver] = useState(false)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), OFFERED_MS)
    return () => clearTimeout(timer)
  }, [])
  if (over && !held && !busy) return null
  return (
    <button
      type="button"
      className="linkish undo"
      aria-disabled={busy || undefined}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onClick={() => !busy && onUndo()}
    >
      {t(busy ? 'undoing' : 'undo')} <span className="govuk-visually-hidden">{what}</span>
    </button>
  )
}
