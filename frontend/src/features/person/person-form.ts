import type { Person, PersonDetails } from '../../api/types'
import { dayOf, NO_DATE, partsOf, type DateParts } from '../../govuk/date-parts'
import { isDay, today } from '../../text/dates'

export const NEEDS = [
  'step-free',
  'hearing-loop',
  'bsl',
  'interpreter',
  'someone-with-me',
  'quiet-room',
  'large-print',
  'home-visit',
] as const

export type Need = (typeof NEEDS)[number]

/** The typed details of a person, before they are checked. */
export interface PersonForm {
  firstName: string
  lastName: string
  phone: string
  email: string
  noContact: boolean
  dateOfBirth: DateParts
  street: string
  nhsNumber: string
  needs: string[]
  needsNote: string
}

export type PersonField = keyof PersonForm

/** The ids of the fields, for the error summary to go to. */
export const FIELD_IDS: Record<PersonField, string> = {
  firstName: 'firstName',
  lastName: 'lastName',
  phone: 'phone',
  email: 'email',
  noContact: 'noContact',
  dateOfBirth: 'dateOfBirth-day',
  street: 'street',
  nhsNumber: 'nhsNumber',
  needs: 'needs',
  needsNote: 'needsNote',
}

/** A new person, with the name that was searched for already in its boxes. */
export function newPerson(searched = ''): PersonForm {
  const name = /\d/.test(searched) ? '' : searched.trim()
  const [first = '', ...others] = name.split(/\s+/)
  return {
    firstName: capital(first),
    lastName: capital(others.join(' ')),
    phone: '',
    email: '',
    noContact: false,
    dateOfBirth: NO_DATE,
    street: '',
    nhsNumber: '',
    needs: [],
    needsNote: '',
  }
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

export function formOf(person: Person): PersonForm {
  return {
    firstName: person.firstName,
    lastName: person.lastName ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    noContact: person.noContact,
    dateOfBirth: person.dateOfBirth ? partsOf(person.dateOfBirth) : NO_DATE,
    street: person.street ?? '',
    nhsNumber: person.nhsNumber ? spacedNhsNumber(person.nhsNumber) : '',
    needs: [...person.needs],
    needsNote: person.needsNote ?? '',
  }
}

export function detailsOf(form: PersonForm): PersonDetails {
  const born = Object.values(form.dateOfBirth).some(Boolean)
  return {
    firstName: form.firstName.trim(),
    ...(form.lastName.trim() ? { lastName: form.lastName.trim() } : {}),
    ...(form.phone.trim() ? { phone: form.phone.trim() } : {}),
    ...(form.email.trim() ? { email: form.email.trim() } : {}),
    noContact: form.noContact,
    ...(born ? { dateOfBirth: dayOf(form.dateOfBirth) } : {}),
    ...(form.street.trim() ? { street: form.street.trim() } : {}),
    ...(form.nhsNumber.trim() ? { nhsNumber: form.nhsNumber.trim() } : {}),
    needs: form.needs as PersonDetails['needs'],
    ...(form.needsNote.trim() ? { needsNote: form.needsNote.trim() } : {}),
  }
}

/** The ten digits in groups, as the NHS writes them: 943 476 5919. */
export function spacedNhsNumber(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')
}

/** A key of the form's words, and the box that it is about. */
export interface PersonFault {
  field: PersonField
  key: string
}

/** Checks what needs no service, so that most mistakes are answered at once. */
export function faults(form: PersonForm): PersonFault[] {
  const found: PersonFault[] = []
  if (!form.firstName.trim()) found.push({ field: 'firstName', key: 'firstName.NotBlank' })
  if (!form.phone.trim() && !form.email.trim() && !form.noContact) {
    found.push({ field: 'phone', key: 'phone.ContactNeeded' })
  }
  const { day, month, year } = form.dateOfBirth
  if (day || month || year) {
    if (!day) found.push({ field: 'dateOfBirth', key: 'dateOfBirth.day' })
    else if (!month) found.push({ field: 'dateOfBirth', key: 'dateOfBirth.month' })
    else if (!year) found.push({ field: 'dateOfBirth', key: 'dateOfBirth.year' })
    else if (!isDay(dayOf(form.dateOfBirth))) found.push({ field: 'dateOfBirth', key: 'dateOfBirth.real' })
    else if (dayOf(form.dateOfBirth) >= today()) found.push({ field: 'dateOfBirth', key: 'dateOfBirth.past' })
  }
  return found
}
