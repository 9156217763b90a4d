import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { WarningText } from '../../govuk/warning-text'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { dateAndTime, plainDate } from '../../text/dates'
import { loadAgreement, useHome } from './agreement'
import { agreementQuery } from './queries'

export const page = (client: QueryClient) => ({ loader: loadAgreement(client), Component: Agreement })

function Agreement() {
  const { t } = useTranslation('agreement')
  const { agreement, accepted, acceptAgainBy, acceptances } = useSuspenseQuery(agreementQuery()).data
  return (
    <Page heading={agreement.title} back={useHome()}>
      {acceptAgainBy && <InsetText>{t('again', { date: plainDate(acceptAgainBy) })}</InsetText>}
      {acceptances.length > 0 && (
        <section className="card">
          <h2 className="govuk-heading-m">{t('accepted.heading')}</h2>
          {acceptances.map((one) => (
            <SummaryList
              key={one.version}
              className="govuk-summary-list--no-border"
              rows={[
                { key: t('accepted.version'), value: one.version },
                { key: t('accepted.for'), value: [one.name, one.email].filter(Boolean).join(', ') },
                { key: t('accepted.role'), value: one.role },
                { key: t('accepted.on'), value: dateAndTime(one.at) },
                {
                  key: t('accepted.copy'),
                  value: (
                    <a className="govuk-link" href={`/api/agreement/${one.version}`} download>
                      {t('accepted.download', { version: one.version })}
                    </a>
                  ),
                },
              ]}
            />
          ))}
        </section>
      )}
      <p className="govuk-body">{t('version', { ...agreement, date: plainDate(agreement.published) })}</p>
      {agreement.draft && <WarningText>{t('draft')}</WarningText>}
      {agreement.sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="govuk-body">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      {!accepted && (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={`/api/agreement/${agreement.version}`} download>
              {t('download')}
            </a>
          </p>
          <ButtonLink href={paths.acceptAgreement}>{t('continue')}</ButtonLink>
        </>
      )}
    </Page>
  )
}
