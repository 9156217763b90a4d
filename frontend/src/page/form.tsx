import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/problem'
import { ErrorSummary, type SummaryError } from '../govuk/error-summary'
import { problemText } from './problem-text'
import type { Catalogues } from '../text/catalogues'
import { findText, lookup } from '../text/lookup'

export interface FormError<Field extends string> extends SummaryError {
  field?: Field | undefined
  text: ReactNode
}

/**
 * The state of a form: what was typed, and what was wrong when it was last sent. Nothing is checked before that, and
 * nothing typed is ever dropped.
 */
export function useForm<Values extends object, Field extends string = Extract<keyof Values, string>>(
  start: Values | (() => Values),
) {
  const [values, setValues] = useState(start)
  const [errors, setErrors] = useState<FormError<Field>[]>([])
  return {
    values,
    errors,
    wrong: errors.length > 0,
    set<Name extends keyof Values>(name: Name): (value: Values[Name]) => void {
      return (value) => setValues((before) => ({ ...before, [name]: value }))
    },
    /** Changes some of the values. */
    change(some: Partial<Values>): void {
      setValues((before) => ({ ...before, ...some }))
    },
    /** The properties of a text input. */
    text<Name extends Extract<keyof Values, string>>(name: Name) {
      return {
        name,
        value: String(values[name] ?? ''),
        onChange: (event: { target: { value: string } }) =>
          setValues((before) => ({ ...before, [name]: event.target.value })),
      }
    },
    error(field: Field): ReactNode {
      return errors.find((error) => error.field === field)?.text
    },
    /** Says what is wrong, and tells whether anything was. */
    fail(found: FormError<Field>[]): boolean {
      setErrors(found)
      return found.length > 0
    },
  }
}

/**
 * A refusal as errors of a form. A field that the service names gets the form's own words: `<words>.<field>.<code>`,
 * else `<words>.<field>.other`. `ids` has the fields that have another id on the page than in the API.
 */
export function formErrors<Field extends string>(
  error: unknown,
  words: `${keyof Catalogues}:${string}`,
  ids: Partial<Record<string, Field>> = {},
): FormError<Field>[] {
  if (!(error instanceof Problem) || error.fields.length === 0) return [{ text: problemText(error) }]
  return error.fields.map(({ pointer, code }) => {
    const name = pointer.replace(/^#\//, '').replaceAll('/', '.')
    const first = name.split('.')[0] ?? ''
    const text = findText(`${words}.${name}.${code}`) ?? findText(`${words}.${name}.other`)
    return text === undefined
      ? { text: problemText(error) }
      : { text, field: ids[name] ?? ids[first] ?? (first as Field) }
  })
}

/** The errors of a form's own checks: each names its field, and its text by a key of the catalogue's `error` group. */
export function faultErrors<Field extends string>(
  catalogue: keyof Catalogues,
  faults: { field: Field; key: string }[],
  ids: Partial<Record<Field, string>> = {},
): { field: string; text: string }[] {
  return faults.map(({ field, key }) => ({ field: ids[field] ?? field, text: lookup(catalogue, 'error', key) }))
}

export function FormSummary({ errors }: { errors: FormError<string>[] }) {
  const { t } = useTranslation()
  return errors.length > 0 && <ErrorSummary title={t('error.summary')} errors={errors} />
}
