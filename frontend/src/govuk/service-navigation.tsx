import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes'

export interface NavigationItem {
  text: ReactNode
  href: string
  /** The page itself. */
  current?: boolean | undefined
  /** A page within this part. */
  active?: boolean | undefined
  /** Opens in a new tab, so that nothing on this page is lost. */
  newTab?: boolean | undefined
}

// The design system's tablet breakpoint: from here on there is room for all items.
const ROOM = '(min-width: 40.0625em)'

function watch(changed: () => void) {
  const media = window.matchMedia(ROOM)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

export function ServiceNavigation({
  items,
  id = 'navigation',
  collapse = items.length > 1,
}: {
  items: NavigationItem[]
  id?: string | undefined
  collapse?: boolean | undefined
}) {
  const { t } = useTranslation()
  // Without script, as in the design system's own markup, there is no button and the items are there.
  const room = useSyncExternalStore(
    watch,
    () => window.matchMedia(ROOM).matches,
    () => true,
  )
  // Where it was opened: going elsewhere closes it.
  const here = items.find((item) => item.current ?? item.active)?.href ?? ''
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const open = openedAt === here
  const button = collapse && !room
  return (
    <div className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label={t('menu')} className="govuk-service-navigation__wrapper">
            {collapse && (
              <button
                type="button"
                className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                aria-controls={id}
                {...(button ? { 'aria-expanded': open } : { hidden: true, 'aria-hidden': true })}
                onClick={() => setOpenedAt(open ? null : here)}
              >
                {t('menu')}
              </button>
            )}
            <ul className="govuk-service-navigation__list" id={id} {...(button && !open ? { hidden: true } : {})}>
              {items.map(({ text, href, current, active, newTab }) => (
                <li
                  className={classes(
                    'govuk-service-navigation__item',
                    (current || active) && 'govuk-service-navigation__item--active',
                  )}
                  key={href}
                >
                  <a
                    className="govuk-service-navigation__link"
                    href={href}
                    {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
                    {...(current || active ? { 'aria-current': current ? ('page' as const) : true } : {})}
                  >
                    {current || active ? (
                      <strong className="govuk-service-navigation__active-fallback">{text}</strong>
                    ) : (
                      text
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  )
}
