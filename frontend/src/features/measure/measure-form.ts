import type { Instrument, Measure, NewMeasure } from '../../api/types'
import { Problem } from '../../api/problem'
import { dayOf, partsOf, type DateParts } from '../../govuk/date-parts'
import { formErrors, type FormError } from '../../page/form'
import { isDay, today } from '../../text/dates'
import { lookup } from '../../text/lookup'

export type Item = Instrument['items'][number]
export type Goal = Measure['goals'][number]
export type Answer = Measure['answers'][number]
export type NoAnswer = NonNullable<Answer['noAnswer']>

export const NO_ANSWERS: NoAnswer[] = ['not-asked', 'not-today', 'did-not-want-to']
export const LEVELS = [-2, -1, 0, 1, 2] as const

/** A goal while it is typed. */
export interface GoalDraft {
  what: string
  weight: string
  levels: string[]
}

/** The form while it is typed. An answer is a number or a reason for none; an empty one was not asked. */
export interface MeasureForm {
  day: DateParts
  how: Measure['how']
  goals: GoalDraft[]
  answers: Record<string, string>
  reason: string
}

export const NO_GOAL: GoalDraft = { what: '', weight: '1', levels: ['', '', '', '', ''] }

export function goalItem(number: number): string {
  return `goal-${number + 1}`
}

export function draftOf(goal: Goal): GoalDraft {
  return { what: goal.what, weight: String(goal.weight), levels: goal.levels.map((level) => level ?? '') }
}

/** An empty form of today, or the answers to correct. */
export function formOf(instrument: Instrument, measure?: Measure): MeasureForm {
  return {
    day: partsOf(measure?.day ?? today()),
    how: measure?.how ?? 'asked',
    goals: measure ? measure.goals.map(draftOf) : instrument.form === 'goals' ? [NO_GOAL] : [],
    answers: Object.fromEntries((measure?.answers ?? []).map((answer) => [answer.item, typedOf(answer)])),
    reason: '',
  }
}

function typedOf({ value, noAnswer }: Answer): string {
  return value === undefined ? (noAnswer ?? '') : String(value)
}

function isNoAnswer(typed: string): typed is NoAnswer {
  return (NO_ANSWERS as string[]).includes(typed)
}

/** The ids of the questions: those of the instrument, or one for each goal. */
export function itemsOf(instrument: Instrument, goals: { what: string }[]): string[] {
  return instrument.form === 'goals' ? goals.map((_, at) => goalItem(at)) : instrument.items.map(({ id }) => id)
}

/** The number that was typed, with a comma or a point; undefined if it is none. */
function numberTyped(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

export function answerField(item: string): string {
  return `answer-${item}`
}

function rangeText(item: Item): string {
  return item.decimals === 0
    ? lookup('measure', 'error.range', 'whole', { min: item.min, max: item.max })
    : lookup('measure', 'error.range', 'decimals', { min: item.min, max: item.max, count: item.decimals })
}

/** The errors of the form. `setsGoals` is true if the goals are typed with these answers. */
export function faultsOf(
  instrument: Instrument,
  values: MeasureForm,
  { setsGoals, corrects }: { setsGoals: boolean; corrects: boolean },
): FormError<string>[] {
  const faults: FormError<string>[] = []
  if (!isDay(dayOf(values.day))) faults.push({ field: 'day', text: lookup('measure', 'error.day', 'empty') })
  else if (dayOf(values.day) > today())
    faults.push({ field: 'day', text: lookup('measure', 'error.day', 'DayInFuture') })
  if (setsGoals) {
    values.goals.forEach(({ what }, at) => {
      if (!what.trim()) faults.push({ field: `goal-what-${at}`, text: lookup('measure', 'error.goals', 'what') })
    })
  }
  for (const item of instrument.items) {
    const typed = values.answers[item.id]?.trim() ?? ''
    if (!typed || isNoAnswer(typed)) continue
    const value = numberTyped(typed)
    const decimals = typed.split(/[.,]/)[1]?.length ?? 0
    if (value === undefined || value < item.min || value > item.max || decimals > item.decimals) {
      faults.push({ field: answerField(item.id), text: rangeText(item) })
    }
  }
  const asked = itemsOf(instrument, values.goals).filter(
    (item) => (values.answers[item] || 'not-asked') !== 'not-asked',
  )
  if (asked.length === 0 && faults.length === 0) {
    const first = itemsOf(instrument, values.goals)[0]
    faults.push({
      ...(first && { field: answerField(first) }),
      text: lookup('measure', 'error.answers', 'NothingAsked'),
    })
  }
  if (corrects && !values.reason.trim())
    faults.push({ field: 'reason', text: lookup('measure', 'error.reason', 'empty') })
  return faults
}

/** The request of a form. The answers are in the order of the questions, so that a refusal can name one by its place. */
export function requestOf(
  instrument: Instrument,
  values: MeasureForm,
  setsGoals: boolean,
): Omit<NewMeasure, 'instrument'> {
  return {
    day: dayOf(values.day),
    how: values.how,
    ...(setsGoals && {
      goals: values.goals.map(({ what, weight, levels }) => ({ what, weight: Number(weight), levels })),
    }),
    answers: itemsOf(instrument, values.goals).map((item) => {
      const typed = values.answers[item]?.trim() || 'not-asked'
      return isNoAnswer(typed) ? { item, noAnswer: typed } : { item, value: numberTyped(typed) ?? 0 }
    }),
  }
}

/** A refusal as errors of the form, each beside its question. */
export function refusalOf(error: unknown, instrument: Instrument, values: MeasureForm): FormError<string>[] {
  const items = itemsOf(instrument, values.goals)
  return formErrors<string>(error, 'measure:error').map((found, at) => {
    const pointer = error instanceof Problem ? (error.fields[at]?.pointer ?? '') : ''
    const place = /^#\/answers\/(\d+)\//.exec(pointer)?.[1]
    const id = place === undefined ? undefined : items[Number(place)]
    if (id === undefined) return found
    const item = instrument.items.find((each) => each.id === id)
    return { field: answerField(id), text: item ? rangeText(item) : found.text }
  })
}
