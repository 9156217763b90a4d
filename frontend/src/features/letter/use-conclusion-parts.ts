import { useTranslation } from 'react-i18next'
import type { Conclusion } from '../../api/types'
import { dateAndTime, plainDate } from '../../text/dates'
import type { RecordPart } from './record-text'

/** The decisions at the end of a record in words: told as, days, outcome and why, supporter, what was shared. */
export function useConclusionParts(conclusion: Conclusion | undefined): RecordPart[] {
  const { t } = useTranslation(['conclusion', 'letter', 'common'])
  if (!conclusion) return []
  const { decisions, finishedAt, finishedByName, addenda, corrections } = conclusion
  const { explainedAs, outcome, outcomeReason, support, supporterName, shares } = decisions
  const colleague = t('common:aColleague')
  const line = (key: string, value: string | null | undefined) =>
    value ? [t('letter:whole.line', { key, value })] : []
  const day = (date: string | null | undefined) => date && plainDate(date)
  const helped = support && t(`conclusion:support.${support}`)
  return [
    {
      heading: t('conclusion:record.decided'),
      lines: [
        ...line(t('conclusion:record.explainedAs'), explainedAs && t(`conclusion:explainedAs.${explainedAs}`)),
        ...line(t('conclusion:record.asked'), day(decisions.assessmentAskedOn)),
        ...line(t('conclusion:record.offered'), day(decisions.assessmentOfferedOn)),
        ...line(t('conclusion:record.declined'), day(decisions.assessmentDeclinedOn)),
        ...line(t('conclusion:record.outcome'), outcome && t(`conclusion:outcome.${outcome}.text`)),
        ...line(t('conclusion:outcomeReason.label'), outcomeReason),
        ...line(
          t('conclusion:record.support'),
          helped && supporterName ? t('conclusion:record.supporter', { support: helped, name: supporterName }) : helped,
        ),
        ...(shares ?? []).flatMap((share) =>
          line(
            t('conclusion:record.sharedKey'),
            t('conclusion:record.shared', {
              ...share,
              day: plainDate(share.day),
              basis: t(`conclusion:share.basis.${share.legalBasis}`),
            }),
          ),
        ),
        t('letter:whole.finished', { name: finishedByName ?? colleague, time: dateAndTime(finishedAt) }),
        ...corrections.map(({ reason, correctedAt, correctedByName }) =>
          t('conclusion:correction.by', { name: correctedByName ?? colleague, at: dateAndTime(correctedAt), reason }),
        ),
      ],
    },
    ...addenda.map(({ text, addedAt, addedByName }) => ({
      heading: t('conclusion:addendum.by', { name: addedByName ?? colleague, at: dateAndTime(addedAt) }),
      lines: [text],
    })),
  ]
}
