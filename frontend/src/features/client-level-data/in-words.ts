import type { TFunction } from 'i18next'
import type { SubmissionCheck, SubmissionField } from '../../api/types'
import { numberOf } from '../../text/dates'
import { lookup } from '../../text/lookup'

type CheckText = TFunction<'client-level-data'>

/** The fields that can be completed on the page of a person. */
const OF_THE_PERSON = ['nhs-number', 'date-of-birth']

export function fieldName({ field }: SubmissionField): string {
  return lookup('client-level-data', 'field', field)
}

export function isFailing({ missing, invalid }: SubmissionField): boolean {
  return missing + invalid > 0
}

/** The results of a field that fails, in sentences. */
export function resultInWords(t: CheckText, { missing, invalid }: SubmissionField, events: number): string {
  const of = numberOf(events)
  return [
    missing > 0 ? t('result.missing', { number: numberOf(missing), of }) : '',
    invalid > 0 ? t('result.invalid', { number: numberOf(invalid), of }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The advice for a field that fails. */
export function adviceInWords(t: CheckText, { field, recorded }: SubmissionField): string {
  if (!recorded) return t('advice.notAsked')
  return t(OF_THE_PERSON.includes(field) ? 'advice.person' : 'advice.record')
}

/** The period that the Department reads, compared with the one that the file states. */
export function periodInWords(t: CheckText, check: SubmissionCheck, words: (period: Period) => string): string {
  if (check.fewEvents) return t('derived.few')
  if (check.derived === undefined) return t('derived.none')
  return t(check.agrees ? 'derived.agrees' : 'derived.differs', { period: words(check.derived) })
}

export type Period = SubmissionCheck['stated']
