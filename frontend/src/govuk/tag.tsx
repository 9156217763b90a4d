import type { ComponentProps } from 'react'
import { classes } from './classes'

export function Tag({ className, ...rest }: ComponentProps<'strong'>) {
  return <strong className={classes('govuk-tag', className)} {...rest} />
}
