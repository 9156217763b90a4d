import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '../govuk/back-link'
import { classes } from '../govuk/classes'
import { usePageTitle } from './title'

interface PageProps {
  heading: ReactNode
  /** Above the heading, of less weight. */
  caption?: ReactNode
  /** The title of the browser's tab, if it differs from the heading. Null: a panel on this page sets it. */
  title?: string | null
  back?: { href: string; text?: ReactNode } | undefined
  wrong?: boolean | undefined
  wide?: boolean | undefined
  /** Beside the heading, where there is room. */
  beside?: ReactNode
  children: ReactNode
}

/** The back link, before the main content, so that the skip link passes it. */
export function Back({ href, text }: { href: string; text?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('backLabel')} className="back">
      <BackLink href={href}>{text}</BackLink>
    </nav>
  )
}

/** A page with one h1. Forms and reading keep to a column; boards use the width. */
export function Page({ heading, caption, title, back, wrong, wide, beside, children }: PageProps) {
  usePageTitle(title === undefined ? String(heading) : title, wrong)
  return (
    <>
      {back && <Back {...back} />}
      <main className={classes('govuk-main-wrapper', !wide && 'column')} id="content">
        <div className="heading">
          <div>
            {caption && <div className="govuk-caption-l">{caption}</div>}
            <h1 className="govuk-heading-l" tabIndex={-1}>
              {heading}
            </h1>
          </div>
          {beside}
        </div>
        {children}
      </main>
    </>
  )
}
