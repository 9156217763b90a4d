import { Fragment, type ReactNode } from 'react'
import { classes, ids } from './classes'
import { ErrorMessage } from './error-message'
import { Fieldset, type Legend } from './fieldset'
import { FormGroup, type FieldTexts } from './form-group'
import { Hint } from './hint'
import { Label } from './label'

interface Choice {
  value: string
  text: ReactNode
  id?: string | undefined
  hint?: ReactNode
  disabled?: boolean | undefined
  /** Shown while this choice is made. */
  conditional?: ReactNode
}

export type ChoiceItem = Choice | { divider: string }

type ChoicesProps = FieldTexts & {
  name: string
  idPrefix?: string | undefined
  legend?: Legend | undefined
  items: ChoiceItem[]
  className?: string | undefined
  groupClassName?: string | undefined
}

type Kind = { block: 'govuk-radios'; type: 'radio' } | { block: 'govuk-checkboxes'; type: 'checkbox' }

function Choices({
  kind,
  chosen,
  onToggle,
  name,
  idPrefix = name,
  legend,
  items,
  hint,
  error,
  describedBy,
  className,
  groupClassName,
}: ChoicesProps & { kind: Kind; chosen: string[]; onToggle?: ((value: string, on: boolean) => void) | undefined }) {
  const { block, type } = kind
  const described = classes(describedBy, Boolean(hint) && `${idPrefix}-hint`, Boolean(error) && `${idPrefix}-error`)
  const inner = (
    <>
      {hint && <Hint id={`${idPrefix}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${idPrefix}-error`}>{error}</ErrorMessage>}
      <div className={classes(block, className)}>
        {items.map((item, index) => {
          if ('divider' in item) {
            return (
              <div className={`${block}__divider`} key={`divider-${item.divider}`}>
                {item.divider}
              </div>
            )
          }
          const id = item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)
          const checked = chosen.includes(item.value)
          const outside = type === 'checkbox' && !legend && described
          return (
            <Fragment key={item.value}>
              <div className={`${block}__item`}>
                <input
                  className={`${block}__input`}
                  id={id}
                  name={name}
                  type={type}
                  value={item.value}
                  {...(onToggle
                    ? { checked, onChange: (event) => onToggle(item.value, event.target.checked) }
                    : { defaultChecked: checked })}
                  {...(item.disabled ? { disabled: true } : {})}
                  {...(item.conditional ? { 'aria-controls': `conditional-${id}` } : {})}
                  {...ids(outside, Boolean(item.hint) && `${id}-item-hint`)}
                />
                <Label text={item.text} className={`${block}__label`} htmlFor={id} />
                {item.hint && (
                  <Hint id={`${id}-item-hint`} className={`${block}__hint`}>
                    {item.hint}
                  </Hint>
                )}
              </div>
              {item.conditional && (
                <div
                  className={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
                  id={`conditional-${id}`}
                >
                  {item.conditional}
                </div>
              )}
            </Fragment>
          )
        })}
      </div>
    </>
  )
  return (
    <FormGroup error={error} className={groupClassName}>
      {legend ? (
        <Fieldset legend={legend} describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

export function Radios({
  value,
  onChange,
  ...rest
}: ChoicesProps & { value?: string | undefined; onChange?: ((value: string) => void) | undefined }) {
  return (
    <Choices
      kind={{ block: 'govuk-radios', type: 'radio' }}
      chosen={value === undefined ? [] : [value]}
      onToggle={onChange && ((chosen) => onChange(chosen))}
      {...rest}
    />
  )
}

export function Checkboxes({
  values = [],
  onChange,
  ...rest
}: ChoicesProps & { values?: string[] | undefined; onChange?: ((values: string[]) => void) | undefined }) {
  return (
    <Choices
      kind={{ block: 'govuk-checkboxes', type: 'checkbox' }}
      chosen={values}
      onToggle={
        onChange && ((value, on) => onChange(on ? [...values, value] : values.filter((other) => other !== value)))
      }
      {...rest}
    />
  )
}
