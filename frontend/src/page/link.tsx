import type { ReactNode } from 'react'

/** A link. Inside a translated sentence, its words come from the translation. */
export function Link({ href, newTab = false, children }: { href: string; newTab?: boolean; children?: ReactNode }) {
  return (
    <a className="govuk-link" href={href} {...(newTab && { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  )
}
