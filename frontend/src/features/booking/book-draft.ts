import { api, ok } from '../../api/client'
import { readDraft } from '../../page/draft'
import type { PersonForm } from '../person/person-form'
import type { KeptPlace } from './hold'
import type { ChosenHub, ChosenPerson } from './use-book-form'

/** A booking that is being made, as it comes back after a reload or Back. */
export interface BookDraft {
  search: string
  hub?: ChosenHub | undefined
  person?: ChosenPerson | undefined
  adding: boolean
  values: PersonForm
  slotId?: string | undefined
  kept?: KeptPlace | undefined
}

/** Reads the draft of the panel, with its place if that is still kept. */
export async function readBookDraft(request: Request): Promise<BookDraft | null> {
  const draft = (await readDraft(request)) as BookDraft | undefined
  if (!draft?.kept) return draft ?? null
  const params = { path: { holdId: draft.kept.hold.id } }
  const hold = await ok(api.GET('/api/holds/{holdId}', { params })).catch(() => undefined)
  return { ...draft, kept: hold && { ...draft.kept, hold } }
}
