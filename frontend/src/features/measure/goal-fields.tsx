import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Details } from '../../govuk/details'
import { Input } from '../../govuk/input'
import { Select } from '../../govuk/select'
import { type Fields, useReasons } from './measure-fields'
import { answerField, goalItem, LEVELS, NO_GOAL, type Goal, type GoalDraft } from './measure-form'

const MOST_GOALS = 10
const WEIGHTS = ['1', '2', '3', '4'] as const

interface GoalFieldsProps {
  fields: Fields
  /** The goals that are already set; undefined if they are typed here. */
  goals: Goal[] | undefined
  first: boolean
}

/** The goals of a person: typed at first, and later only how far each is reached. */
export function GoalFields({ fields, goals, first }: GoalFieldsProps) {
  const { t } = useTranslation('measure')
  if (goals) {
    return goals.map((goal, at) => (
      <Reached
        key={at}
        fields={fields}
        at={at}
        legend={t('answers.one', { question: t('goal.legend', { number: at + 1 }), answer: goal.what })}
        hint={t('goal.reached')}
        levels={goal.levels.map((level) => level ?? '')}
      />
    ))
  }
  const typed = fields.values.goals
  const change = (at: number, some: Partial<GoalDraft>) =>
    fields.change({ goals: typed.map((goal, each) => (each === at ? { ...goal, ...some } : goal)) })
  return (
    <>
      {fields.error('goals') && (
        <p className="govuk-error-message" id="goals">
          {fields.error('goals')}
        </p>
      )}
      {typed.map((goal, at) => (
        <section className="card" key={at}>
          <h2 className="govuk-heading-m">{t('goal.legend', { number: at + 1 })}</h2>
          <Input
            id={`goal-what-${at}`}
            name={`goal-what-${at}`}
            label={{ text: t('goal.what'), className: 'govuk-label--s' }}
            hint={t('goal.whatHint')}
            error={fields.error(`goal-what-${at}`)}
            maxLength={500}
            autoComplete="off"
            value={goal.what}
            onChange={(event) => change(at, { what: event.target.value })}
          />
          <Select
            id={`goal-weight-${at}`}
            name={`goal-weight-${at}`}
            label={{ text: t('goal.weight'), className: 'govuk-label--s' }}
            items={WEIGHTS.map((weight) => ({ value: weight, text: t(`goal.weights.${weight}`) }))}
            value={goal.weight}
            onChange={(event) => change(at, { weight: event.target.value })}
          />
          <Details summary={t('goal.levels')} open>
            {LEVELS.map((level, number) => (
              <Input
                key={level}
                id={`goal-level-${at}-${number}`}
                name={`goal-level-${at}-${number}`}
                label={{ text: t(`level.${level}`) }}
                maxLength={300}
                autoComplete="off"
                value={goal.levels[number] ?? ''}
                onChange={(event) =>
                  change(at, {
                    levels: goal.levels.map((text, each) => (each === number ? event.target.value : text)),
                  })
                }
              />
            ))}
          </Details>
          <Reached fields={fields} at={at} legend={t(first ? 'goal.now' : 'goal.reached')} levels={goal.levels} />
          {typed.length > 1 && at === typed.length - 1 && (
            <button type="button" className="linkish" onClick={() => fields.change({ goals: typed.slice(0, -1) })}>
              {t('goal.remove', { number: at + 1 })}
            </button>
          )}
        </section>
      ))}
      {typed.length < MOST_GOALS && (
        <Button
          type="button"
          className="govuk-button--secondary"
          onClick={() => fields.change({ goals: [...typed, NO_GOAL] })}
        >
          {t('goal.add')}
        </Button>
      )}
    </>
  )
}

interface ReachedProps {
  fields: Fields
  at: number
  legend: string
  hint?: string
  levels: string[]
}

/** The level of a goal that is reached, or why it is not said. */
function Reached({ fields, at, legend, hint, levels }: ReachedProps) {
  const { t } = useTranslation('measure')
  const reasons = useReasons()
  const item = goalItem(at)
  return (
    <Radios
      name={answerField(item)}
      legend={{ text: legend, className: 'govuk-fieldset__legend--s' }}
      hint={hint}
      className="govuk-radios--small with-reasons"
      value={fields.values.answers[item] ?? ''}
      onChange={(value) => fields.change({ answers: { ...fields.values.answers, [item]: value } })}
      error={fields.error(answerField(item))}
      items={[
        ...LEVELS.map((level, number) => ({
          value: String(level),
          text: t(`level.${level}`),
          hint: levels[number]?.trim() || undefined,
        })),
        { divider: t('or') },
        ...reasons,
      ]}
    />
  )
}
