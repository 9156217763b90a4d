import type { ComponentProps, MouseEvent } from 'react'
import { classes } from './classes'

/** Moves the focus itself: the address must not change, since pages are told apart by it. */
function skip(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  if (!target) return
  event.preventDefault()
  target.setAttribute('tabindex', '-1')
  target.focus()
}

export function SkipLink({ className, children, href = '#content', ...rest }: ComponentProps<'a'>) {
  return (
    <a href={href} className={classes('govuk-skip-link', className)} onClick={skip} {...rest}>
      {children}
    </a>
  )
}
