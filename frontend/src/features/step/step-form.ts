import type { StepDetails } from '../../api/types'
import { dayOf, isEmpty, NO_DATE, partsOf, type DateParts } from '../../govuk/date-parts'
import { isDay } from '../../text/dates'

export const OWNERS = ['person', 'family', 'community', 'council', 'other-organisation'] as const satisfies NonNullable<
  StepDetails['owner']
>[]

/** A step while it is filled in. */
export interface StepForm {
  what: string
  owner: string
  ownerName: string
  memberId: string
  due: DateParts
  reason: string
}

export function formOf({ what, owner, ownerName, memberId, due }: StepDetails): StepForm {
  return {
    what,
    owner: owner ?? '',
    ownerName: ownerName ?? '',
    memberId: memberId ?? '',
    due: due ? partsOf(due) : NO_DATE,
    reason: '',
  }
}

/** The details that are sent. What does not belong to the chosen owner is left out. */
export function detailsOf({ what, owner, ownerName, memberId, due }: StepForm): StepDetails {
  const isCouncil = owner === 'council'
  return {
    what: what.trim(),
    ...(owner && { owner: owner as NonNullable<StepDetails['owner']> }),
    ...(ownerName.trim() && !isCouncil && { ownerName: ownerName.trim() }),
    ...(memberId && isCouncil && { memberId }),
    ...(!isEmpty(due) && { due: dayOf(due) }),
  }
}

type Fault = { field: keyof StepForm; key: 'what' | 'owner' | 'due' | 'reason' }

/** The faults of a step that was filled in. A finished record needs an owner, a day and a reason for the change. */
export function stepFaults(form: StepForm, finished: boolean): Fault[] {
  const faults: Fault[] = []
  if (!form.what.trim()) faults.push({ field: 'what', key: 'what' })
  if (finished && !form.owner) faults.push({ field: 'owner', key: 'owner' })
  if (isEmpty(form.due) ? finished : !isDay(dayOf(form.due))) faults.push({ field: 'due', key: 'due' })
  if (finished && !form.reason.trim()) faults.push({ field: 'reason', key: 'reason' })
  return faults
}
