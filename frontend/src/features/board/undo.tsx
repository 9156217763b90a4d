import { useEffect, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Hidden } from '../../govuk/hidden'

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
      <Trans t={t} i18nKey={busy ? 'undoing' : 'undo'} values={{ name: what }} components={{ hidden: <Hidden /> }} />
    </button>
  )
}
