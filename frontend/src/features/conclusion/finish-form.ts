import type { Decisions, FinishRequest } from '../../api/types'
import { dayOf, partsOf, type DateParts } from '../../govuk/date-parts'
import { isDay, today } from '../../text/dates'

export const ASSESSMENT_DAYS = ['assessmentAskedOn', 'assessmentOfferedOn', 'assessmentDeclinedOn'] as const

export type AssessmentDay = (typeof ASSESSMENT_DAYS)[number]

export interface ShareForm {
  what: string
  withWhom: string
  legalBasis: string
  day: DateParts
  personInformed: string
}

/** The form with which a record is finished, while it is filled in. */
export interface FinishForm extends Record<AssessmentDay, DateParts> {
  kind: string
  day: DateParts
  explainedAs: string
  /** The days of an assessment that are known. */
  assessment: string[]
  outcome: string
  outcomeReason: string
  support: string
  supporterName: string
  shares: ShareForm[]
  toolTextRead: boolean
}

export const OUTCOMES = [
  'reablement',
  'assessment-or-review',
  'support-planning-or-services',
  'support-continues',
  'admitted-to-hospital',
  'moved-to-other-council',
  'referred-to-nhs',
  'self-funded',
  'information-and-advice',
  'referred-within-council',
  'support-declined',
  'deceased',
  'support-ended-as-planned',
  'support-ended-otherwise',
  'no-services-offered',
  'other',
] as const satisfies NonNullable<Decisions['outcome']>[]

/** The form as it starts: the day of the visit, and what is most often so. */
export function newFinish(day: string): FinishForm {
  const on = partsOf(day)
  return {
    kind: 'conversation',
    day: on,
    explainedAs: 'conversation',
    assessment: [],
    assessmentAskedOn: on,
    assessmentOfferedOn: on,
    assessmentDeclinedOn: on,
    outcome: '',
    outcomeReason: '',
    support: '',
    supporterName: '',
    shares: [],
    toolTextRead: false,
  }
}

/** The form with what was decided. */
export function formOf(decisions: Decisions): FinishForm {
  const form = newFinish(decisions.day)
  const known = ASSESSMENT_DAYS.filter((name) => decisions[name])
  return {
    ...form,
    kind: decisions.kind,
    explainedAs: decisions.explainedAs ?? form.explainedAs,
    assessment: known,
    ...Object.fromEntries(known.map((name) => [name, partsOf(decisions[name] ?? '')])),
    outcome: decisions.outcome ?? '',
    outcomeReason: decisions.outcomeReason ?? '',
    support: decisions.support ?? '',
    supporterName: decisions.supporterName ?? '',
    shares: (decisions.shares ?? []).map((share) => ({ ...share, day: partsOf(share.day) })),
  }
}

export function newShare(day: DateParts): ShareForm {
  return { what: '', withWhom: '', legalBasis: '', day, personInformed: '' }
}

/** The id of a field of a share on the page. */
export const shareId = (at: number, field: keyof ShareForm): string => `share-${at}-${field}`

const isPast = (parts: DateParts) => isDay(dayOf(parts)) && dayOf(parts) <= today()

interface Fault {
  field: string
  key: string
}

function shareFaults(share: ShareForm, at: number): Fault[] {
  const empty = (['what', 'withWhom', 'legalBasis', 'personInformed'] as const).filter((field) => !share[field].trim())
  return [
    ...empty.map((field) => ({ field: shareId(at, field), key: field })),
    ...(isPast(share.day) ? [] : [{ field: `${shareId(at, 'day')}-day`, key: 'shareDay' }]),
  ]
}

/** The faults of the form, in the order of the page. */
export function finishFaults(values: FinishForm, hasToolText: boolean): Fault[] {
  const { kind, day, explainedAs, assessment, outcome, outcomeReason, support, shares, toolTextRead } = values
  const faults: Fault[] = []
  if (!isDay(dayOf(day))) faults.push({ field: 'day-day', key: 'day' })
  else if (!isPast(day)) faults.push({ field: 'day-day', key: 'future' })
  if (kind === 'conversation') {
    if (!explainedAs) faults.push({ field: 'explainedAs', key: 'explainedAs' })
    for (const name of ASSESSMENT_DAYS)
      if (assessment.includes(name) && !isPast(values[name]))
        faults.push({ field: `${name}-day`, key: 'assessmentDay' })
    if (!outcome) faults.push({ field: 'outcome', key: 'outcome' })
    if (!outcomeReason.trim()) faults.push({ field: 'outcomeReason', key: 'outcomeReason' })
    if (!support) faults.push({ field: 'support', key: 'support' })
    faults.push(...shares.flatMap(shareFaults))
  }
  if (hasToolText && !toolTextRead) faults.push({ field: 'toolTextRead', key: 'toolTextRead' })
  return faults
}

/** The request of a form without faults. */
export function finishRequest(values: FinishForm): FinishRequest {
  const { kind, explainedAs, assessment, outcome, outcomeReason, support, supporterName, shares } = values
  const day = dayOf(values.day)
  const { toolTextRead } = values
  if (kind !== 'conversation') return { decisions: { kind: 'tried-to-reach', day }, toolTextRead }
  const days = ASSESSMENT_DAYS.filter((name) => assessment.includes(name)).map((name) => [name, dayOf(values[name])])
  return {
    decisions: {
      kind: 'conversation',
      day,
      explainedAs: explainedAs as NonNullable<Decisions['explainedAs']>,
      ...(Object.fromEntries(days) as Partial<Record<AssessmentDay, string>>),
      outcome: outcome as NonNullable<Decisions['outcome']>,
      outcomeReason: outcomeReason.trim(),
      support: support as NonNullable<Decisions['support']>,
      ...(supporterName.trim() && support !== 'none-needed' && { supporterName: supporterName.trim() }),
      shares: shares.map((share) => ({
        ...share,
        legalBasis: share.legalBasis as NonNullable<Decisions['shares']>[number]['legalBasis'],
        day: dayOf(share.day),
      })),
    },
    toolTextRead,
  }
}
