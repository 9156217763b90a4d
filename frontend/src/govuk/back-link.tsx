import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes'

export function BackLink({ className, children, href, ...rest }: ComponentProps<'a'> & { href: string }) {
  const { t } = useTranslation()
  return (
    <a href={href} className={classes('govuk-back-link', className)} {...rest}>
      {children ?? t('back')}
    </a>
  )
}
