import type { ComponentProps } from 'react'
import { classes } from './classes'

export function Hint({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classes('govuk-hint', className)} {...rest} />
}
