import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { formErrors, type FormError } from '../../page/form'
import { usePlanSteps } from '../series/plan-steps'
import { FIELD_IDS, type SessionForm } from './session-form'

export const useNewSessionSteps = usePlanSteps<SessionForm>

/** Returns the errors that the form shows when the service refuses a session, or undefined if it shows none of them. */
export function useRefusedFields() {
  const { t } = useTranslation('session')
  return (error: unknown): FormError<string>[] | undefined => {
    if (!(error instanceof Problem)) return undefined
    if (error.type === 'session-overlaps') return [{ text: t('overlaps'), field: 'date-day' }]
    return error.fields.length > 0 ? formErrors(error, 'series:error', FIELD_IDS) : undefined
  }
}
