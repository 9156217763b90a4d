import { useTranslation } from 'react-i18next'
import { classes } from './classes'
import { NO_DATE, type DatePart, type DateParts } from './date-parts'
import { ErrorMessage } from './error-message'
import { Fieldset, type Legend } from './fieldset'
import { FormGroup, type FieldTexts } from './form-group'
import { Hint } from './hint'

const PARTS: DatePart[] = ['day', 'month', 'year']
const BIRTHDAY = { day: 'bday-day', month: 'bday-month', year: 'bday-year' }

type DateInputProps = FieldTexts & {
  id: string
  legend: Legend
  namePrefix?: string | undefined
  value?: Partial<DateParts> | undefined
  onChange?: ((value: DateParts) => void) | undefined
  /** The boxes that are wrong; all, if there is an error and none is named. */
  wrong?: DatePart[] | undefined
  birthday?: boolean | undefined
}

/** A date that people know, typed into three boxes. */
export function DateInput({
  id,
  legend,
  namePrefix,
  hint,
  error,
  describedBy,
  value,
  onChange,
  wrong,
  birthday,
}: DateInputProps) {
  const { t } = useTranslation()
  const marked = wrong ?? (error ? PARTS : [])
  const described = classes(describedBy, Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`)
  return (
    <FormGroup error={error}>
      <Fieldset legend={legend} role="group" describedBy={described}>
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        <div className="govuk-date-input" id={id}>
          {PARTS.map((part) => (
            <div className="govuk-date-input__item" key={part}>
              <FormGroup>
                <label className="govuk-label govuk-date-input__label" htmlFor={`${id}-${part}`}>
                  {t(`date.${part}`)}
                </label>
                <input
                  className={classes(
                    'govuk-input govuk-date-input__input',
                    marked.includes(part) && 'govuk-input--error',
                    part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
                  )}
                  id={`${id}-${part}`}
                  name={namePrefix ? `${namePrefix}-${part}` : part}
                  type="text"
                  inputMode="numeric"
                  {...(birthday ? { autoComplete: BIRTHDAY[part] } : {})}
                  {...(onChange
                    ? {
                        value: value?.[part] ?? '',
                        onChange: (event) => onChange({ ...NO_DATE, ...value, [part]: event.target.value }),
                      }
                    : { defaultValue: value?.[part] })}
                />
              </FormGroup>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}
