import { useTranslation } from 'react-i18next'

/** The address of the council's public page, as a link that can be read out and copied. */
export function PublicPageLink({ alias }: { alias: string }) {
  const path = `/open/${alias}`
  return (
    <a className="govuk-link" href={path}>
      {window.location.host}
      {path}
    </a>
  )
}

/** Leads a lead to the residents' page before the council is live. The service shows it to leads of the council only. */
export function PublicPagePreviewLink() {
  const { t } = useTranslation('setup')
  return (
    <a className="govuk-link" href="/api/residents-page">
      {t('list.preview')}
    </a>
  )
}
