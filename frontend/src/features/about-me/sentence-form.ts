import type { SentenceDetails } from '../../api/types'
import { dayOf, partsOf, type DateParts } from '../../govuk/date-parts'
import { isDay, today } from '../../text/dates'

export const HEADINGS = [
  'matters',
  'people',
  'communicate',
  'please-do',
  'please-do-not',
] as const satisfies SentenceDetails['heading'][]

export const SPEAKERS = ['person', 'supporter', 'staff'] as const satisfies SentenceDetails['saidBy'][]

export const LONGEST = 1000

/** A sentence while it is filled in. */
export interface SentenceForm {
  heading: SentenceDetails['heading']
  text: string
  saidBy: SentenceDetails['saidBy']
  supporterName: string
  supporterRelation: string
  saidOn: DateParts
}

/** The form that is open: under which heading or for which sentence, and the version that it replaces. */
export interface Editing {
  sentenceId?: string
  version: number
}

/** The form that was typed and not saved, as it comes back after a reload. */
export interface AboutMeDraft {
  editing: Editing
  form: SentenceForm
}

export function newForm(heading: SentenceForm['heading']): SentenceForm {
  return { heading, text: '', saidBy: 'person', supporterName: '', supporterRelation: '', saidOn: partsOf(today()) }
}

export function formOf({ supporterName, supporterRelation, saidOn, ...rest }: SentenceDetails): SentenceForm {
  return {
    ...rest,
    supporterName: supporterName ?? '',
    supporterRelation: supporterRelation ?? '',
    saidOn: partsOf(saidOn),
  }
}

/** The details that are sent. The name and relation belong to a supporter only. */
export function detailsOf({ supporterName, supporterRelation, saidOn, ...rest }: SentenceForm): SentenceDetails {
  return {
    heading: rest.heading,
    text: rest.text.trim(),
    saidBy: rest.saidBy,
    ...(rest.saidBy === 'supporter' && {
      supporterName: supporterName.trim(),
      supporterRelation: supporterRelation.trim(),
    }),
    saidOn: dayOf(saidOn),
  }
}

type Fault = { field: keyof SentenceForm; key: 'empty' | 'long' | 'name' | 'relation' | 'day' | 'future' }

/** The faults of a sentence that was filled in. */
export function sentenceFaults(form: SentenceForm): Fault[] {
  const faults: Fault[] = []
  const day = dayOf(form.saidOn)
  if (!form.text.trim()) faults.push({ field: 'text', key: 'empty' })
  if (form.text.trim().length > LONGEST) faults.push({ field: 'text', key: 'long' })
  if (form.saidBy === 'supporter' && !form.supporterName.trim()) faults.push({ field: 'supporterName', key: 'name' })
  if (form.saidBy === 'supporter' && !form.supporterRelation.trim())
    faults.push({ field: 'supporterRelation', key: 'relation' })
  if (!isDay(day)) faults.push({ field: 'saidOn', key: 'day' })
  else if (day > today()) faults.push({ field: 'saidOn', key: 'future' })
  return faults
}
