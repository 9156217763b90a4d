import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../api/types'
import { Radios, type ChoiceItem } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { Input } from '../../govuk/input'
import { InsetText } from '../../govuk/inset-text'
import type { useForm } from '../../page/form'
import { GoalFields } from './goal-fields'
import { answerField, NO_ANSWERS, type Goal, type Item, type MeasureForm } from './measure-form'

/** A scale with more numbers than this has a box to type into. */
const MOST_RADIOS = 11

export type Fields = ReturnType<typeof useForm<MeasureForm, string>>

interface MeasureFieldsProps {
  instrument: Instrument
  fields: Fields
  /** The goals that are already set; undefined if they are set with these answers. */
  goals: Goal[] | undefined
  /** Whether these are the first answers. */
  first: boolean
}

/** The day, the questions as they must be said, and for each one an answer or the reason why there is none. */
export function MeasureFields({ instrument, fields, goals, first }: MeasureFieldsProps) {
  const { t } = useTranslation('measure')
  const { values } = fields
  return (
    <>
      <DateInput
        id="day"
        legend={{ text: t('form.day'), className: 'govuk-fieldset__legend--s' }}
        namePrefix="day"
        value={values.day}
        onChange={fields.set('day')}
        error={fields.error('day')}
      />
      <Radios
        name="how"
        legend={{ text: t('form.how'), className: 'govuk-fieldset__legend--s' }}
        className="govuk-radios--inline"
        value={values.how}
        onChange={(how) => fields.change({ how: how as MeasureForm['how'] })}
        items={(['asked', 'paper'] as const).map((how) => ({ value: how, text: t(`form.hows.${how}`) }))}
      />
      {instrument.intro && (
        <InsetText>
          <p className="govuk-body-s">{t('form.read')}</p>
          <p>{instrument.intro}</p>
        </InsetText>
      )}
      {instrument.form === 'goals' ? (
        <GoalFields fields={fields} goals={goals} first={first} />
      ) : (
        instrument.items.map((item) => <Question key={item.id} item={item} fields={fields} />)
      )}
      <p className="govuk-body">{t('form.unanswered')}</p>
    </>
  )
}

/** The reasons for no answer, to put below the answers of a question. */
export function useReasons(): ChoiceItem[] {
  const { t } = useTranslation('measure')
  return NO_ANSWERS.map((reason) => ({ value: reason, text: t(`noAnswer.${reason}`) }))
}

function Question({ item, fields }: { item: Item; fields: Fields }) {
  const { t } = useTranslation('measure')
  const reasons = useReasons()
  const field = answerField(item.id)
  const typed = fields.values.answers[item.id] ?? ''
  const answer = (value: string) => fields.change({ answers: { ...fields.values.answers, [item.id]: value } })
  const hint = item.wording === 'not-verified' ? t('form.notVerified') : undefined
  const numbers = item.options?.map(({ value, text }) => ({ value: String(value), text })) ?? radioNumbers(item)
  if (numbers) {
    return (
      <Radios
        name={field}
        legend={{ text: item.text, className: 'govuk-fieldset__legend--m' }}
        hint={hint}
        className={
          item.options ? 'govuk-radios--small with-reasons' : 'govuk-radios--inline govuk-radios--small with-reasons'
        }
        value={typed}
        onChange={answer}
        error={fields.error(field)}
        items={[...numbers, { divider: t('or') }, ...reasons]}
      />
    )
  }
  const isNumber = !NO_ANSWERS.some((reason) => reason === typed)
  return (
    <>
      <Input
        id={field}
        name={field}
        label={{ text: item.text, className: 'govuk-label--m' }}
        hint={t('form.scoreHint', { min: item.min, max: item.max })}
        className="govuk-input--width-5"
        inputMode="decimal"
        autoComplete="off"
        error={fields.error(field)}
        value={isNumber ? typed : ''}
        onChange={(event) => answer(event.target.value)}
      />
      <Radios
        name={`${field}-none`}
        legend={{ text: t('form.whyNone'), className: 'govuk-fieldset__legend--s' }}
        className="govuk-radios--small"
        value={isNumber ? '' : typed}
        onChange={answer}
        items={reasons}
      />
    </>
  )
}

/** The whole numbers of a short scale. */
function radioNumbers({ min, max, decimals }: Item): { value: string; text: string }[] | undefined {
  if (decimals > 0 || max - min >= MOST_RADIOS) return undefined
  return Array.from({ length: max - min + 1 }, (_, at) => String(min + at)).map((number) => ({
    value: number,
    text: number,
  }))
}
