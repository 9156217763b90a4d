import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { problemText } from '../../page/problem-text'
import { lookup } from '../../text/lookup'
import { dateAndTime } from '../../text/dates'
import { anchorOf, RECORDS, useVerification, type Verdict } from './queries'

/** Checks that no event of the records was changed or taken out, and offers the ends of the records to keep. */
export function IntegrityCheck() {
  const { t } = useTranslation('audit')
  const verification = useVerification()
  return (
    <section>
      <h2 className="govuk-heading-m">{t('check.heading')}</h2>
      <p className="govuk-body">{t('check.body')}</p>
      <Button
        type="button"
        className="govuk-button--secondary"
        disabled={verification.isPending}
        onClick={() => {
          verification.mutate()
        }}
      >
        {t('check.button')}
      </Button>
      <div role="status">
        {verification.isPending && <p className="govuk-body">{t('check.busy')}</p>}
        {verification.isError && <InsetText>{problemText(verification.error)}</InsetText>}
        {verification.data?.map((verdict) => (
          <VerdictText key={verdict.record} verdict={verdict} />
        ))}
      </div>
      <p className="govuk-body">{t('check.why')}</p>
      <ul className="govuk-list">
        {RECORDS.map((one) => (
          <li key={one}>
            <a className="govuk-link" href={anchorOf(one)} download>
              {t(`check.download.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The result of the check of one record. */
function VerdictText({ verdict: { record, events, findings, ends, lastEnd } }: { verdict: Verdict }) {
  const { t } = useTranslation('audit')
  return (
    <InsetText>
      <h3 className="govuk-heading-s">{t(`record.${record}`)}</h3>
      {findings.length === 0 ? (
        <p className="govuk-body">{t('check.fine', { count: events })}</p>
      ) : (
        <>
          <p className="govuk-body">{t('check.wrong')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {findings.map((finding) => (
              <li key={`${finding.seq} ${finding.what}`}>
                {lookup('audit', 'check.finding', finding.what, { seq: finding.seq })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        {lastEnd ? t('check.ends', { count: ends, when: dateAndTime(lastEnd) }) : t('check.noEnds')}
      </p>
    </InsetText>
  )
}
