import { useEffect, useRef, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useForm, type FormError } from './form'

/** The errors of an answer that a later step could not send, for the form of an earlier step to show. */
export interface Refusals {
  refused: FormError<string>[]
  refuse: (errors: FormError<string>[]) => void
}

/** A form that is one step of several. It starts with what was typed before, and shows what a later step refused. */
export function useFormStep<Values extends object>(typed: Values, { refused, refuse }: Refusals) {
  const form = useForm<Values, string>(typed)
  const errors = form.wrong ? form.errors : refused
  return {
    ...form,
    errors,
    wrong: errors.length > 0,
    error: (field: string): ReactNode => errors.find((error) => error.field === field)?.text,
    fail(found: FormError<string>[]): boolean {
      refuse([])
      return form.fail(found)
    },
  }
}

/** Goes back to the form of an earlier step, which shows the errors, once there are any. */
export function useReturnToForm(
  errors: FormError<string>[] | undefined,
  refuse: Refusals['refuse'],
  address: string,
): void {
  const navigate = useNavigate()
  const left = useRef(false)
  useEffect(() => {
    if (!errors || left.current) return
    left.current = true
    refuse(errors)
    void navigate(address, { replace: true })
  }, [errors, refuse, address, navigate])
}
