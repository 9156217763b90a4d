import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** True once something has lasted long enough to be worth a word. */
export function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!busy) return
    const timer = setTimeout(() => setSlow(true), 400)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [busy])
  return slow
}

/** Says that a page is on its way, if it takes more than 400 milliseconds. */
export function Loading({ busy = true }: { busy?: boolean }) {
  const { t } = useTranslation()
  const slow = useSlow(busy)
  return (
    <div className="loading" role="status" data-busy={busy || undefined}>
      {slow && <span className="loading__words">{t('loading')}</span>}
    </div>
  )
}
