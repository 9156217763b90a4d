import type { ComponentProps } from 'react'
import { classes, ids } from './classes'
import { ErrorMessage } from './error-message'
import { FormGroup, type FieldTexts } from './form-group'
import { Hint } from './hint'
import { Label, type Called } from './label'

type InputProps = Omit<ComponentProps<'input'>, 'prefix' | 'aria-describedby'> &
  FieldTexts & {
    name: string
    label: Called
    prefix?: string | undefined
    suffix?: string | undefined
    groupClassName?: string | undefined
  }

export function Input({
  id,
  name,
  label,
  hint,
  error,
  describedBy,
  prefix,
  suffix,
  className,
  groupClassName,
  type = 'text',
  ...rest
}: InputProps) {
  const field = id ?? name
  const input = (
    <input
      className={classes('govuk-input', className, Boolean(error) && 'govuk-input--error')}
      id={field}
      name={name}
      type={type}
      {...ids(describedBy, Boolean(hint) && `${field}-hint`, Boolean(error) && `${field}-error`)}
      {...rest}
    />
  )
  return (
    <FormGroup error={error} className={groupClassName}>
      <Label {...label} htmlFor={field} />
      {hint && <Hint id={`${field}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${field}-error`}>{error}</ErrorMessage>}
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}
