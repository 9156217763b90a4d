import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Fieldset } from '../../govuk/fieldset'
import { Input } from '../../govuk/input'
import type { FieldsProps } from './field-props'
import type { BreakForm, TimeForm } from './series-form'

const MOST_BREAKS = 6

/** When each break starts and ends, with a button to remove it and one to add another. */
export function BreakFields({ values: { breaks }, change, error }: FieldsProps<TimeForm>) {
  const { t } = useTranslation('series')

  function setTime(at: number, name: 'starts' | 'ends', value: string) {
    change({ breaks: breaks.map((each, index) => (index === at ? { ...each, [name]: value } : each)) })
  }

  // At once, so that the focus is never on what is no longer there.
  function replace(next: BreakForm[], focused: string) {
    flushSync(() => change({ breaks: next }))
    document.getElementById(focused)?.focus()
  }

  function add() {
    replace([...breaks, { starts: '', ends: '' }], `break-${breaks.length}-starts`)
  }

  function remove(at: number) {
    const left = breaks.filter((_, index) => index !== at)
    replace(left, left.length > 0 ? `break-${Math.min(at, left.length - 1)}-starts` : 'add-break')
  }

  return (
    <Fieldset legend={{ text: t('field.breaks'), className: 'govuk-fieldset__legend--s' }}>
      {breaks.map((each, at) => (
        <div className="pair" key={at}>
          {(['starts', 'ends'] as const).map((name) => (
            <Input
              key={name}
              id={`break-${at}-${name}`}
              name={`break-${at}-${name}`}
              label={{ text: t(name === 'starts' ? 'field.breakStarts' : 'field.breakEnds', { number: at + 1 }) }}
              className="govuk-input--width-5"
              autoComplete="off"
              value={each[name]}
              error={error(`break-${at}-${name}`)}
              onChange={(event) => setTime(at, name, event.target.value)}
            />
          ))}
          <Button type="button" className="govuk-button--secondary pair__button" onClick={() => remove(at)}>
            {t('field.removeBreak', { number: at + 1 })}
          </Button>
        </div>
      ))}
      {breaks.length < MOST_BREAKS && (
        <Button type="button" id="add-break" className="govuk-button--secondary" onClick={add}>
          {t('field.addBreak')}
        </Button>
      )}
    </Fieldset>
  )
}
