import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

/** The label of a field. As a page's heading it is the page's only h1. */
export interface Called {
  text: ReactNode
  className?: string | undefined
  isPageHeading?: boolean | undefined
}

type LabelProps = Called & Omit<ComponentProps<'label'>, 'children' | 'className'>

export function Label({ text, className, isPageHeading, htmlFor, ...rest }: LabelProps) {
  const label = (
    <label className={classes('govuk-label', className)} htmlFor={htmlFor} {...rest}>
      {text}
    </label>
  )
  return isPageHeading ? (
    <h1 className="govuk-label-wrapper" tabIndex={-1}>
      {label}
    </h1>
  ) : (
    label
  )
}
