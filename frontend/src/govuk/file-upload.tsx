import type { ComponentProps } from 'react'
import { classes, ids } from './classes'
import { ErrorMessage } from './error-message'
import { FormGroup, type FieldTexts } from './form-group'
import { Hint } from './hint'
import { Label, type Called } from './label'

type FileUploadProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'aria-describedby'> &
  FieldTexts & { name: string; label: Called }

export function FileUpload({ id, name, label, hint, error, describedBy, className, ...rest }: FileUploadProps) {
  const field = id ?? name
  return (
    <FormGroup error={error}>
      <Label {...label} htmlFor={field} />
      {hint && <Hint id={`${field}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${field}-error`}>{error}</ErrorMessage>}
      <input
        className={classes('govuk-file-upload', className, Boolean(error) && 'govuk-file-upload--error')}
        id={field}
        name={name}
        type="file"
        {...ids(describedBy, Boolean(hint) && `${field}-hint`, Boolean(error) && `${field}-error`)}
        {...rest}
      />
    </FormGroup>
  )
}
