import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

/** The id of the first row of the day that is not over. */
export const NOW_ROW = 'now-row'

function subscribe(look: () => void) {
  document.addEventListener('scroll', look, { passive: true })
  window.addEventListener('resize', look)
  return () => {
    document.removeEventListener('scroll', look)
    window.removeEventListener('resize', look)
  }
}

/** Rows come and go with the day, so the row is looked up each time that the page has moved. */
function isOutOfSight(): boolean {
  const row = document.getElementById(NOW_ROW)?.getBoundingClientRect()
  return row !== undefined && (row.bottom < 0 || row.top > window.innerHeight)
}

/** A button that leads to the present time while its row is out of sight. */
export function GoToNow() {
  const { t } = useTranslation('board')
  const away = useSyncExternalStore(subscribe, isOutOfSight)
  if (!away) return null
  return (
    <button
      type="button"
      className="btn go-to-now"
      onClick={() => {
        const row = document.getElementById(NOW_ROW)
        row?.scrollIntoView({ block: 'center' })
        row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
      }}
    >
      {t('goToNow')}
    </button>
  )
}
