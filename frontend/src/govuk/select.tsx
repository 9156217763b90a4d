import type { ComponentProps } from 'react'
import { classes, ids } from './classes'
import { ErrorMessage } from './error-message'
import { FormGroup, type FieldTexts } from './form-group'
import { Hint } from './hint'
import { Label, type Called } from './label'

type SelectProps = Omit<ComponentProps<'select'>, 'aria-describedby' | 'children'> &
  FieldTexts & {
    name: string
    label: Called
    items: { value: string; text: string; disabled?: boolean | undefined }[]
    groupClassName?: string | undefined
  }

export function Select({
  id,
  name,
  label,
  hint,
  error,
  describedBy,
  className,
  groupClassName,
  items,
  ...rest
}: SelectProps) {
  const field = id ?? name
  return (
    <FormGroup error={error} className={groupClassName}>
      <Label {...label} htmlFor={field} />
      {hint && <Hint id={`${field}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${field}-error`}>{error}</ErrorMessage>}
      <select
        className={classes('govuk-select', Boolean(error) && 'govuk-select--error', className)}
        id={field}
        name={name}
        {...ids(describedBy, Boolean(hint) && `${field}-hint`, Boolean(error) && `${field}-error`)}
        {...rest}
      >
        {items.map((item) => (
          <option key={item.value} value={item.value} {...(item.disabled ? { disabled: true } : {})}>
            {item.text}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
