import type { ConnectionDetails } from '../../api/types'

export const WAYS = ['told', 'introduced'] as const satisfies ConnectionDetails['way'][]
export const CONTACTS = ['person', 'council', 'organisation'] as const satisfies ConnectionDetails['contact'][]

/** A connection while it is filled in. */
export interface ConnectionForm {
  name: string
  /** The asset of the list that was picked; empty for a name that is not on it. */
  assetId: string
  way: string
  contact: string
  reason: string
}

export const EMPTY_CONNECTION: ConnectionForm = { name: '', assetId: '', way: '', contact: '', reason: '' }

export function formOf({ name, assetId, way, contact }: ConnectionDetails): ConnectionForm {
  return { name: name ?? '', assetId: assetId ?? '', way, contact, reason: '' }
}

/** The details that are sent, for a form without faults. */
export function detailsOf({ name, assetId, way, contact }: ConnectionForm): ConnectionDetails {
  return {
    ...(assetId ? { assetId } : { name: name.trim() }),
    way: way as ConnectionDetails['way'],
    contact: contact as ConnectionDetails['contact'],
  }
}

type Fault = { field: 'name' | 'way' | 'contact' | 'reason'; key: string }

/** The faults of what was filled in. A change of a finished record needs a reason. */
export function connectionFaults(form: ConnectionForm, needsReason: boolean): Fault[] {
  const faults: Fault[] = []
  if (!form.name.trim()) faults.push({ field: 'name', key: 'name' })
  if (!form.way) faults.push({ field: 'way', key: 'way' })
  if (!form.contact) faults.push({ field: 'contact', key: 'contact' })
  if (needsReason && !form.reason.trim()) faults.push({ field: 'reason', key: 'reason' })
  return faults
}
