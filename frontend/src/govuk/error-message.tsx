import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes'

export function ErrorMessage({ className, children, ...rest }: ComponentProps<'p'>) {
  const { t } = useTranslation()
  return (
    <p className={classes('govuk-error-message', className)} {...rest}>
      <span className="govuk-visually-hidden">{t('error.prefix')}</span> {children}
    </p>
  )
}
