import i18next from 'i18next'
import type { StepDetails } from '../../api/types'
import { listOf } from '../../text/dates'
import { lookup } from '../../text/lookup'

/** The details of a step, with the name of the colleague who does it. */
type Named = { details: StepDetails; memberName?: string | undefined }

/** The owner of a step in words; undefined if no one is chosen yet. */
export function ownerOf({ details, memberName }: Named, people: string[]): string | undefined {
  const { owner, ownerName } = details
  if (ownerName) return ownerName
  if (memberName) return memberName
  if (owner === 'person') return listOf(people)
  if (owner === 'council') return i18next.t('step:team')
  return owner && lookup('step', 'owner', owner)
}
