import { useLayoutEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes'

interface NotificationBannerProps {
  success?: boolean | undefined
  title?: ReactNode
  titleId?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** The result of an action, or an important notice. It stays until the page changes. */
export function NotificationBanner({ success, title, titleId, className, children }: NotificationBannerProps) {
  const { t } = useTranslation()
  const banner = useRef<HTMLDivElement>(null)
  const own = useId()
  const id = titleId ?? own
  useLayoutEffect(() => {
    if (success) banner.current?.focus()
  }, [success])
  return (
    <div
      className={classes('govuk-notification-banner', success && 'govuk-notification-banner--success', className)}
      role={success ? 'alert' : 'region'}
      aria-labelledby={id}
      ref={banner}
      {...(success ? { tabIndex: -1 } : {})}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {title ?? t(success ? 'banner.success' : 'banner.important')}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
