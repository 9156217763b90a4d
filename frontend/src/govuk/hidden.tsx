import type { ReactNode } from 'react'

/** Words for people who do not see the page. Inside a translated text, they come from the translation. */
export function Hidden({ children }: { children?: ReactNode }) {
  return <span className="govuk-visually-hidden">{children}</span>
}
