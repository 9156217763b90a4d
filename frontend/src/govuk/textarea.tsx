import type { ComponentProps } from 'react'
import { classes, ids } from './classes'
import { ErrorMessage } from './error-message'
import { FormGroup, type FieldTexts } from './form-group'
import { Hint } from './hint'
import { Label, type Called } from './label'

type TextareaProps = Omit<ComponentProps<'textarea'>, 'aria-describedby'> & FieldTexts & { name: string; label: Called }

export function Textarea({ id, name, label, hint, error, describedBy, className, rows = 5, ...rest }: TextareaProps) {
  const field = id ?? name
  return (
    <FormGroup error={error}>
      <Label {...label} htmlFor={field} />
      {hint && <Hint id={`${field}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${field}-error`}>{error}</ErrorMessage>}
      <textarea
        className={classes('govuk-textarea', Boolean(error) && 'govuk-textarea--error', className)}
        id={field}
        name={name}
        rows={rows}
        {...ids(describedBy, Boolean(hint) && `${field}-hint`, Boolean(error) && `${field}-error`)}
        {...rest}
      />
    </FormGroup>
  )
}
