import type { ComponentProps, KeyboardEvent } from 'react'
import { classes } from './classes'

/** A button. One that is busy keeps its focus and its words, and does nothing when pressed again. */
export function Button({
  className,
  type = 'submit',
  disabled,
  busy,
  onClick,
  ...rest
}: ComponentProps<'button'> & { busy?: boolean | undefined }) {
  return (
    <button
      type={type}
      className={classes('govuk-button', className)}
      {...(disabled ? { disabled: true, 'aria-disabled': true } : {})}
      {...(busy ? { 'aria-disabled': true } : {})}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  )
}

/** Browsers follow a link by Enter only; what looks like a button must also answer to the space bar. */
function pressBySpace(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== ' ') return
  event.preventDefault()
  event.currentTarget.click()
}

/** A link that looks like a button, because it starts something. */
export function ButtonLink({ className, children, href, ...rest }: ComponentProps<'a'> & { href: string }) {
  return (
    <a
      href={href}
      role="button"
      draggable="false"
      className={classes('govuk-button', className)}
      onKeyDown={pressBySpace}
      {...rest}
    >
      {children}
    </a>
  )
}
