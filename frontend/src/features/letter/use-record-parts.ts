import { useTranslation } from 'react-i18next'
import type { Connection, Step } from '../../api/types'
import { ownerOf } from '../step/owner'
import { dateAndTime, listOf, plainDate } from '../../text/dates'
import type { RecordFacts, RecordPart } from './record-text'
import { useConclusionParts } from './use-conclusion-parts'

/**
 * The parts of a record in words: the facts, what the person was told, what was decided and who was told, what the person
 * says of it, what was written, and who wrote when. On paper the first of them answer a complaint.
 */
export function useRecordParts({
  conversation,
  prompts,
  letters,
  revisions,
  conclusion,
  steps,
  connections,
}: RecordFacts) {
  const { t } = useTranslation(['letter', 'step', 'connection', 'common'])
  const { decided, shared, added } = useConclusionParts(conclusion, conversation.day)
  const colleague = t('common:aColleague')
  const { people, day, hubName, boxes, recordedByName, recordedFrom } = conversation
  const names = people.map(({ name }) => name)
  const stepLine = (step: Step) =>
    t('letter:whole.step', {
      who: ownerOf(step, names) ?? t('step:noOwner'),
      what: step.details.what,
      due: step.details.due ? t('step:by', { day: plainDate(step.details.due) }) : t('step:noDay'),
      status: [t(`step:status.${step.status}`), step.reason && t('step:because', { reason: step.reason })]
        .filter(Boolean)
        .join('. '),
    })
  const connectionLine = ({ details: { name, way, contact }, status, reason }: Connection) =>
    t('letter:whole.connection', {
      way: t(`connection:way.${way}`),
      name,
      contact: t(`connection:will.${contact}`),
      status: [t(`connection:status.${status}`), reason && t('step:because', { reason })].filter(Boolean).join('. '),
    })
  const text = (promptId: string) => boxes.find((box) => box.promptId === promptId)?.text.trim()
  const given = letters.flatMap(({ name, copies, withdrawal }) => [
    ...copies.map(({ how, at, byName }) =>
      t('letter:whole.copy', {
        name,
        how: t(`letter:how.${how}`),
        time: dateAndTime(at),
        by: byName ?? colleague,
      }),
    ),
    ...(withdrawal
      ? [
          t('letter:whole.withdrawn', {
            name,
            time: dateAndTime(withdrawal.at),
            by: withdrawal.byName ?? colleague,
            reason: withdrawal.reason,
          }),
        ]
      : []),
  ])
  const facts: RecordPart[] = [
    {
      heading: t('letter:whole.facts'),
      lines: [
        t('letter:whole.people', { names: listOf(people.map(({ name, reference }) => `${name} (${reference})`)) }),
        t('letter:whole.day', { date: plainDate(day) }),
        ...(hubName ? [t('letter:whole.where', { place: hubName })] : []),
        t('letter:whole.begun', { name: recordedByName ?? colleague, time: dateAndTime(recordedFrom) }),
        ...(conversation.status === 'finished' ? [] : [t('letter:whole.draft')]),
      ],
    },
    ...decided,
    {
      heading: t('letter:whole.whoWasTold'),
      lines: [...shared, ...(given.length > 0 ? given : [t('letter:copies.none')])],
    },
    ...letters.flatMap(({ name, ownWords, differently }) => [
      ...(ownWords.text.trim()
        ? [{ heading: t('letter:whole.ownWords', { name }), lines: [ownWords.text.trim()] }]
        : []),
      ...(differently.text.trim()
        ? [
            {
              heading: t('letter:section.differently', { name }),
              lines: [
                differently.text.trim(),
                t('letter:writtenDown', {
                  name: differently.changedByName ?? colleague,
                  time: differently.changedAt ? dateAndTime(differently.changedAt) : '',
                }),
              ],
            },
          ]
        : []),
    ]),
    ...added,
    ...prompts.flatMap(({ id, heading }) => {
      const written = text(id)
      return written ? [{ heading, lines: [written] }] : []
    }),
    ...(steps.length > 0 ? [{ heading: t('step:heading'), lines: steps.map(stepLine) }] : []),
    ...(connections.length > 0 ? [{ heading: t('connection:heading'), lines: connections.map(connectionLine) }] : []),
  ]
  const history = revisions.map(({ promptId, writtenFrom, byName }) =>
    t('letter:whole.wrote', {
      time: dateAndTime(writtenFrom),
      name: byName ?? colleague,
      heading: prompts.find(({ id }) => id === promptId)?.heading ?? promptId,
    }),
  )
  return {
    facts,
    whole: [
      ...facts,
      { heading: t('letter:whole.history'), lines: history.length > 0 ? history : [t('letter:whole.noHistory')] },
    ],
  }
}
