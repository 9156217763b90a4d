import type { Hub, NewHub } from '../../api/types'
import { timeRange } from '../../text/dates'
import { readRange, type TimeRange } from '../../text/times'

export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEK)[number]

export const FEATURES = ['step-free', 'hearing-loop', 'parking', 'accessible-toilet', 'quiet-room', 'bus-stop'] as const

export interface HubForm {
  name: string
  address: string
  postcode: string
  website: string
  coLocated: string
  directions: string
  dropIn: boolean
  accessFeatures: string[]
  hours: Record<Weekday, string>
  uprn: string
}

export const EMPTY_HUB: HubForm = {
  name: '',
  address: '',
  postcode: '',
  website: '',
  coLocated: '',
  directions: '',
  dropIn: false,
  accessFeatures: [],
  hours: { monday: '', tuesday: '', wednesday: '', thursday: '', friday: '', saturday: '', sunday: '' },
  uprn: '',
}

/** Reads "9:30am to 1pm, 2pm to 5pm". Undefined if a part of it cannot be read. */
export function readHours(text: string): TimeRange[] | undefined {
  const ranges = text.split(',').map(readRange)
  return ranges.every((range) => range !== undefined) ? ranges : undefined
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

export function formOf(hub: Hub): HubForm {
  const hours = { ...EMPTY_HUB.hours }
  for (const { day, opens, closes } of hub.openingHours) {
    hours[day] = [hours[day], timeRange(opens, closes)].filter(Boolean).join(', ')
  }
  return {
    name: hub.name,
    address: hub.address.join('\n'),
    postcode: hub.postcode,
    website: hub.website ?? '',
    coLocated: hub.coLocated.join('\n'),
    directions: hub.directions ?? '',
    dropIn: hub.dropIn,
    accessFeatures: hub.accessFeatures,
    hours,
    uprn: hub.uprn ?? '',
  }
}

/** An error: the field, and the key of its message. */
export function hubFaults(form: HubForm): { field: string; key: string }[] {
  const found: { field: string; key: string }[] = []
  if (!form.name.trim()) found.push({ field: 'name', key: 'name.NotBlank' })
  if (!form.postcode.trim()) found.push({ field: 'postcode', key: 'postcode.other' })
  for (const day of WEEK) {
    if (form.hours[day].trim() && !readHours(form.hours[day]))
      found.push({ field: `hours-${day}`, key: 'openingHours.real' })
  }
  return found
}

/** Only for a form without faults. */
export function hubOf(form: HubForm): NewHub {
  const openingHours = WEEK.flatMap((day) =>
    form.hours[day].trim() ? (readHours(form.hours[day]) ?? []).map((range) => ({ day, ...range })) : [],
  )
  return {
    name: form.name.trim(),
    address: lines(form.address),
    postcode: form.postcode.trim(),
    ...(form.website.trim() ? { website: form.website.trim() } : {}),
    coLocated: lines(form.coLocated),
    ...(form.directions.trim() ? { directions: form.directions.trim() } : {}),
    dropIn: form.dropIn,
    accessFeatures: FEATURES.filter((feature) => form.accessFeatures.includes(feature)),
    openingHours,
    ...(form.uprn.trim() ? { uprn: form.uprn.trim() } : {}),
  }
}
