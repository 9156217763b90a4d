import type { PaperRecord, PaperRow, PaperSheet } from '../../api/types'
import { readTime } from '../../text/times'
import { readPeople } from '../headcount/headcount-number'

export const OUTCOMES = ['came', 'did-not-come', 'cancelled'] as const
export const REASONS = ['advice', 'help-with-a-form', 'talk', 'drop-in-activity'] as const

export type PaperOutcome = (typeof OUTCOMES)[number]
type PaperReason = (typeof REASONS)[number]

/** The typed answer of the paper about one booking. */
export interface TypedRow {
  outcome: PaperOutcome | ''
  arrived: string
}

/** A row for a person without a booking: empty until a person is chosen or a name is written down. */
export interface TypedWalkIn {
  key: number
  who?: { personId?: string; name: string }
  /** The typed text of the search, so that it is not lost if no person is chosen. */
  text: string
  reason: PaperReason
  arrived: string
}

export interface PaperForm {
  rows: Record<string, TypedRow>
  walkIns: TypedWalkIn[]
  people: string
}

/** A fault of the form: the control that it is about, and its text by a key. */
export interface PaperFault {
  field: string
  key: 'nothing' | 'time' | 'outcome' | 'who' | 'people'
  name?: string
}

const EMPTY_ROW: TypedRow = { outcome: '', arrived: '' }
const EMPTY_WALK_INS = 2

export const outcomeId = (bookingId: string) => `outcome-${bookingId}`
export const arrivedId = (key: string | number) => `arrived-${key}`
export const whoId = (key: number) => `who-${key}`

export function newWalkIn(key: number): TypedWalkIn {
  return { key, text: '', reason: 'talk', arrived: '' }
}

export function emptyForm(): PaperForm {
  return { rows: {}, walkIns: Array.from({ length: EMPTY_WALK_INS }, (_, key) => newWalkIn(key)), people: '' }
}

export function typedRow(form: PaperForm, bookingId: string): TypedRow {
  return form.rows[bookingId] ?? EMPTY_ROW
}

/** Whether the paper can still say something of a booking. */
export function isOpen(row: PaperRow): boolean {
  return row.status === 'expected'
}

/** Whether anything is typed that a reload would lose. */
export function isTyped(form: PaperForm): boolean {
  return (
    Object.values(form.rows).some(({ outcome, arrived }) => outcome !== '' || arrived !== '') ||
    form.walkIns.some(({ who, text, arrived }) => who !== undefined || text !== '' || arrived !== '') ||
    form.people !== ''
  )
}

/** The faults of the form, in the order of the page. */
export function paperFaults(form: PaperForm, sheet: PaperSheet): PaperFault[] {
  const found: PaperFault[] = []
  for (const row of sheet.rows.filter(isOpen)) {
    const { outcome, arrived } = typedRow(form, row.bookingId)
    const name = row.personName
    if (outcome === '' && arrived !== '') found.push({ field: outcomeId(row.bookingId), key: 'outcome', name })
    else if (outcome === 'came' && arrived !== '' && readTime(arrived) === undefined)
      found.push({ field: arrivedId(row.bookingId), key: 'time', name })
  }
  for (const { key, who, text, arrived } of form.walkIns) {
    if (!who && (text.trim() !== '' || arrived !== '')) found.push({ field: whoId(key), key: 'who' })
    else if (who && arrived !== '' && readTime(arrived) === undefined)
      found.push({ field: arrivedId(key), key: 'time', name: who.name })
  }
  if (form.people !== '' && readPeople(form.people) === undefined) found.push({ field: 'people', key: 'people' })
  if (found.length === 0 && !hasContent(form, sheet)) found.push({ field: firstField(sheet), key: 'nothing' })
  return found
}

function hasContent(form: PaperForm, sheet: PaperSheet): boolean {
  const { bookings, walkIns, headcount } = paperRequest(form, sheet)
  return bookings.length > 0 || walkIns.length > 0 || headcount != null
}

function firstField(sheet: PaperSheet): string {
  const first = sheet.rows.find(isOpen)
  return first ? outcomeId(first.bookingId) : whoId(0)
}

/** The request of a form without faults. */
export function paperRequest(form: PaperForm, sheet: PaperSheet): PaperRecord {
  const people = readPeople(form.people)
  return {
    bookings: sheet.rows.filter(isOpen).flatMap(({ bookingId, version }) => {
      const { outcome, arrived } = typedRow(form, bookingId)
      const time = outcome === 'came' ? readTime(arrived) : undefined
      return outcome === '' ? [] : [{ bookingId, version, outcome, ...(time !== undefined && { arrived: time }) }]
    }),
    walkIns: form.walkIns.flatMap(({ who, reason, arrived }) => {
      const time = readTime(arrived)
      return who
        ? [
            {
              reason,
              ...(who.personId === undefined ? { name: who.name } : { personId: who.personId }),
              ...(time !== undefined && { arrived: time }),
            },
          ]
        : []
    }),
    ...(people !== undefined && { headcount: { people, version: sheet.headcountVersion } }),
  }
}
