import type { ReactNode } from 'react'
import { classes } from './classes'

/** The parts that every field may have beside its control. */
export interface FieldTexts {
  hint?: ReactNode
  error?: ReactNode
  /** Ids of further descriptions, read before hint and error. */
  describedBy?: string | undefined
}

interface FormGroupProps {
  error?: ReactNode
  className?: string | undefined
  children: ReactNode
}

export function FormGroup({ error, className, children }: FormGroupProps) {
  return (
    <div className={classes('govuk-form-group', Boolean(error) && 'govuk-form-group--error', className)}>
      {children}
    </div>
  )
}
