import type { AssetDetails } from '../../api/types'
import { dayOf, isEmpty, NO_DATE, partsOf, type DateParts } from '../../govuk/date-parts'
import { isDay } from '../../text/dates'

/** An asset while it is filled in. */
export interface AssetForm {
  name: string
  offers: string
  place: string
  telephone: string
  email: string
  website: string
  hubId: string
  checkedOn: DateParts
}

export const EMPTY_ASSET: AssetForm = {
  name: '',
  offers: '',
  place: '',
  telephone: '',
  email: '',
  website: '',
  hubId: '',
  checkedOn: NO_DATE,
}

export const TEXTS = ['name', 'offers', 'place', 'telephone', 'email', 'website'] as const

export function formOf(details: AssetDetails): AssetForm {
  return {
    ...EMPTY_ASSET,
    ...Object.fromEntries(TEXTS.map((field) => [field, details[field] ?? ''])),
    hubId: details.hubId ?? '',
    checkedOn: details.checkedOn ? partsOf(details.checkedOn) : NO_DATE,
  }
}

/** The details that are sent. A field that is empty is left out. */
export function detailsOf(form: AssetForm): AssetDetails {
  const typed = TEXTS.map((field) => [field, form[field].trim()] as const).filter(([, text]) => text)
  return {
    name: form.name.trim(),
    ...Object.fromEntries(typed),
    ...(form.hubId && { hubId: form.hubId }),
    ...(!isEmpty(form.checkedOn) && { checkedOn: dayOf(form.checkedOn) }),
  }
}

/** The faults of what was filled in: the field, and the key of its message. */
export function assetFaults(form: AssetForm): { field: string; key: string }[] {
  const faults = []
  if (!form.name.trim()) faults.push({ field: 'name', key: 'name.NotBlank' })
  if (!isEmpty(form.checkedOn) && !isDay(dayOf(form.checkedOn)))
    faults.push({ field: 'checkedOn-day', key: 'checkedOn.other' })
  return faults
}
