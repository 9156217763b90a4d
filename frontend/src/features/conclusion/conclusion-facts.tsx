import { useTranslation } from 'react-i18next'
import type { Conclusion, Decisions } from '../../api/types'
import { SummaryList } from '../../govuk/summary-list'
import { dateAndTime, plainDate } from '../../text/dates'

/** The decisions of a record, with who confirmed the text of a tool, and each correction. */
export function ConclusionFacts({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation(['conclusion', 'common'])
  const { decisions, toolTextRead, finishedByName, corrections } = conclusion
  const name = finishedByName ?? t('common:aColleague')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('conclusion:record.decided')}</h2>
      {decisions.kind === 'tried-to-reach' && <p className="govuk-body">{t('conclusion:record.tried', { name })}</p>}
      {decisions.kind === 'conversation' && <Facts decisions={decisions} />}
      {toolTextRead && <p className="govuk-body-s">{t('conclusion:record.toolRead', { name })}</p>}
      {corrections.length > 0 && <h3 className="govuk-heading-s">{t('conclusion:correction.history')}</h3>}
      {corrections.map(({ reason, before, correctedAt, correctedByName }) => (
        <div key={correctedAt}>
          <p className="govuk-body">
            {t('conclusion:correction.by', {
              name: correctedByName ?? t('common:aColleague'),
              at: dateAndTime(correctedAt),
              reason,
            })}
          </p>
          <p className="govuk-body-s">{t('conclusion:correction.before')}</p>
          <Facts decisions={before} withDay />
        </div>
      ))}
    </section>
  )
}

/** One set of decisions, and the day if it is to be compared. */
export function Facts({ decisions, withDay = false }: { decisions: Decisions; withDay?: boolean }) {
  const { t } = useTranslation(['conclusion', 'common'])
  const { day, explainedAs, outcome, outcomeReason, support, supporterName, shares } = decisions
  const row = (key: string, value: string | null | undefined) => (value ? [{ key, value }] : [])
  const on = (date: string | null | undefined) => date && plainDate(date)
  const helped = support && t(`conclusion:support.${support}`)
  return (
    <SummaryList
      rows={[
        ...row(t('common:label.date'), withDay ? plainDate(day) : undefined),
        ...row(t('conclusion:record.explainedAs'), explainedAs && t(`conclusion:explainedAs.${explainedAs}`)),
        ...row(t('conclusion:record.asked'), on(decisions.assessmentAskedOn)),
        ...row(t('conclusion:record.offered'), on(decisions.assessmentOfferedOn)),
        ...row(t('conclusion:record.declined'), on(decisions.assessmentDeclinedOn)),
        ...row(t('conclusion:record.outcome'), outcome && t(`conclusion:outcome.${outcome}.text`)),
        ...row(t('conclusion:outcomeReason.label'), outcomeReason),
        ...row(
          t('conclusion:record.support'),
          helped && supporterName ? t('conclusion:record.supporter', { support: helped, name: supporterName }) : helped,
        ),
        ...(shares ?? []).flatMap((share) =>
          row(
            t('conclusion:record.sharedKey'),
            t('conclusion:record.shared', {
              ...share,
              day: plainDate(share.day),
              basis: t(`conclusion:share.basis.${share.legalBasis}`),
            }),
          ),
        ),
      ]}
    />
  )
}
