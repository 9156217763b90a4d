import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { Problem } from '../../api/problem'
import { formErrors, type FormError } from '../../page/form'
import type { Refusals } from '../../page/form-step'
import { FIELD_IDS, type SessionForm } from './session-form'

/** The typed values of a new session, kept from one step to the other in both directions. */
export interface NewSessionSteps extends Refusals {
  hubId: string
  typed: SessionForm
  keep: (typed: SessionForm) => void
}

export function useNewSessionSteps(): NewSessionSteps {
  return useOutletContext<NewSessionSteps>()
}

/** Returns the errors that the form shows when the service refuses a session, or undefined if it shows none of them. */
export function useRefusedFields() {
  const { t } = useTranslation('session')
  return (error: unknown): FormError<string>[] | undefined => {
    if (!(error instanceof Problem)) return undefined
    if (error.type === 'session-overlaps') return [{ text: t('overlaps'), field: 'date-day' }]
    return error.fields.length > 0 ? formErrors(error, 'series:error', FIELD_IDS) : undefined
  }
}
