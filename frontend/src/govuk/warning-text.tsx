import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes'

export function WarningText({
  className,
  fallback,
  children,
  ...rest
}: ComponentProps<'div'> & { fallback?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={classes('govuk-warning-text', className)} {...rest}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{fallback ?? t('warning')}</span> {children}
      </strong>
    </div>
  )
}
