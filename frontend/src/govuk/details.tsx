import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

export function Details({ summary, className, children, ...rest }: ComponentProps<'details'> & { summary: ReactNode }) {
  return (
    <details className={classes('govuk-details', className)} {...rest}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}
