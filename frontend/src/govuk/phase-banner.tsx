import type { ReactNode } from 'react'
import { classes } from './classes'
import { Tag } from './tag'

export function PhaseBanner({
  tag,
  className,
  children,
}: {
  tag: { text: ReactNode; className?: string | undefined }
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <div className={classes('govuk-phase-banner govuk-width-container', className)}>
      <p className="govuk-phase-banner__content">
        <Tag className={classes('govuk-phase-banner__content__tag', tag.className)}>{tag.text}</Tag>
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
