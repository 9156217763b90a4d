import type { ComponentProps, ReactNode } from 'react'
import { classes, ids } from './classes'

export interface Legend {
  text: ReactNode
  className?: string | undefined
  isPageHeading?: boolean | undefined
}

type FieldsetProps = Omit<ComponentProps<'fieldset'>, 'aria-describedby'> & {
  legend?: Legend | undefined
  describedBy?: string | undefined
}

export function Fieldset({ legend, describedBy, className, children, ...rest }: FieldsetProps) {
  return (
    <fieldset className={classes('govuk-fieldset', className)} {...ids(describedBy)} {...rest}>
      {legend && (
        <legend className={classes('govuk-fieldset__legend', legend.className)}>
          {legend.isPageHeading ? (
            <h1 className="govuk-fieldset__heading" tabIndex={-1}>
              {legend.text}
            </h1>
          ) : (
            legend.text
          )}
        </legend>
      )}
      {children}
    </fieldset>
  )
}
