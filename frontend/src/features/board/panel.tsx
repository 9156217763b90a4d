import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { usePageTitle } from '../../page/title'

interface PanelProps {
  heading: string
  /** The title of the browser's tab. */
  title: string
  /** The board, without this. */
  close: string
  wrong?: boolean
  /** False where the panel moves the focus elsewhere. */
  focus?: boolean
  children: ReactNode
}

/** A question beside the board, with an address of its own. Escape closes it. */
export function Panel({ heading, title, close, wrong = false, focus = true, children }: PanelProps) {
  const { t } = useTranslation('booking')
  const own = useRef<HTMLHeadingElement>(null)
  const navigate = useNavigate()
  usePageTitle(title, wrong)
  useLayoutEffect(() => {
    if (!focus || !own.current) return
    own.current.focus({ preventScroll: true })
    // On a narrow screen the panel is below the buttons of the board, or below its last row.
    const { top } = own.current.getBoundingClientRect()
    if (top < 0 || top > window.innerHeight / 2) own.current.scrollIntoView()
  }, [focus])
  useEffect(() => {
    function leave(event: KeyboardEvent) {
      // A list that is open takes the key for itself.
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) void navigate(close)
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [navigate, close])
  return (
    <aside className="panel card" aria-labelledby="panel-heading">
      <div className="panel__head">
        <h2 className="govuk-heading-m" id="panel-heading" tabIndex={-1} ref={own}>
          {heading}
        </h2>
        <a className="govuk-link panel__close" href={close}>
          {t('close')}
        </a>
      </div>
      {children}
    </aside>
  )
}
