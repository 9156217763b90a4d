import { useTranslation } from 'react-i18next'
import type { Conclusion, Decisions } from '../../api/types'
import { dateAndTime, plainDate } from '../../text/dates'
import { useWritten } from '../conclusion/use-written'
import type { RecordPart } from './record-text'

/**
 * The decisions at the end of a record in words, under the questions that an investigator asks: what the person was told
 * this was, what was decided and why, and with whom information was shared.
 */
export function useConclusionParts(conclusion: Conclusion | undefined, day: string) {
  const { t } = useTranslation(['conclusion', 'letter', 'move', 'common'])
  const written = useWritten()
  if (!conclusion) return { decided: [], shared: [], added: [] }
  const { decisions, finishedByName, addenda, corrections, toolTextRead } = conclusion
  const colleague = t('common:aColleague')
  const line = (key: string, value: string | null | undefined) =>
    value ? [t('letter:whole.line', { key, value })] : []
  const on = (date: string | null | undefined) => date && plainDate(date)
  const told = ({ explainedAs, support, supporterName, ...days }: Decisions) => {
    const helped = support && t(`conclusion:support.${support}`)
    return [
      ...line(t('conclusion:record.explainedAs'), explainedAs && t(`conclusion:explainedAs.${explainedAs}`)),
      ...line(t('conclusion:record.asked'), on(days.assessmentAskedOn)),
      ...line(t('conclusion:record.offered'), on(days.assessmentOfferedOn)),
      ...line(t('conclusion:record.declined'), on(days.assessmentDeclinedOn)),
      ...line(
        t('conclusion:record.support'),
        helped && supporterName ? t('conclusion:record.supporter', { support: helped, name: supporterName }) : helped,
      ),
    ]
  }
  const outcomeOf = ({ outcome, outcomeReason }: Decisions) => [
    ...line(t('letter:whole.outcome'), outcome && t(`conclusion:outcome.${outcome}.text`)),
    ...(outcomeReason ? [t('move:why', { reason: outcomeReason })] : []),
  ]
  const sharesOf = ({ shares }: Decisions) =>
    (shares ?? []).flatMap((share) =>
      line(
        t('conclusion:record.sharedKey'),
        t('conclusion:record.shared', {
          ...share,
          day: plainDate(share.day),
          basis: t(`conclusion:share.basis.${share.legalBasis}`),
        }),
      ),
    )
  const reached = decisions.kind === 'conversation'
  const mentioned = decisions.assessmentAskedOn ?? decisions.assessmentOfferedOn ?? decisions.assessmentDeclinedOn
  const shares = sharesOf(decisions)
  const decided: RecordPart[] = [
    ...(reached
      ? [
          {
            heading: t('letter:whole.told'),
            lines: [...told(decisions), ...(mentioned ? [] : [t('letter:whole.noAssessment')])],
          },
        ]
      : []),
    {
      heading: t('letter:whole.decided'),
      lines: [
        ...(reached ? outcomeOf(decisions) : [t('conclusion:record.tried', { name: finishedByName ?? colleague })]),
        written(day, conclusion),
        ...(toolTextRead ? [t('conclusion:record.toolRead', { name: finishedByName ?? colleague })] : []),
        ...corrections.flatMap(({ reason, before, correctedAt, correctedByName }) => [
          t('conclusion:correction.by', { name: correctedByName ?? colleague, at: dateAndTime(correctedAt), reason }),
          [
            t('conclusion:correction.before'),
            ...line(t('common:label.date'), plainDate(before.day)),
            ...told(before),
            ...outcomeOf(before),
            ...sharesOf(before),
          ].join('\n'),
        ]),
      ],
    },
  ]
  return {
    decided,
    shared: shares.length > 0 ? shares : [t('letter:whole.notShared')],
    added:
      addenda.length > 0
        ? [
            {
              heading: t('conclusion:addendum.heading'),
              lines: addenda.flatMap(({ text, addedAt, addedByName }) =>
                line(t('conclusion:addendum.by', { name: addedByName ?? colleague, at: dateAndTime(addedAt) }), text),
              ),
            },
          ]
        : [],
  }
}
