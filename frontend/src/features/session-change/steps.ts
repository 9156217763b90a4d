import { useOutletContext } from 'react-router'
import type { Hub, SessionChange, WholeSession } from '../../api/types'
import { useMay } from '../../page/authorities'
import type { Refusals } from '../../page/form-step'
import { paths } from '../../page/paths'
import type { TimeForm } from '../series/series-form'

/** The sessions of a series to which a change applies. */
export type Scope = SessionChange['scope']

export function isScope(text: string): text is Scope {
  return ['this', 'later', 'all'].includes(text)
}

/** The chosen and typed values, kept from one step to the next in both directions. */
export interface Steps extends Refusals {
  session: WholeSession
  hub: Hub
  choice: string
  setChoice: (choice: string) => void
  typed: TimeForm
  setTyped: (typed: TimeForm) => void
  reason: string
  setReason: (reason: string) => void
}

/** The ids of fields that have another name in the API. */
export const FIELD_IDS: Record<string, string> = { breaks: 'break-0-starts' }

export function useSteps() {
  const steps = useOutletContext<Steps>()
  const may = useMay()
  const { session } = steps
  return {
    ...steps,
    here: paths.session(session.id),
    /** The page that lists the session among others. */
    home: may('booking:read') ? paths.day(session.hubId, session.date) : paths.sessions(session.hubId),
  }
}
