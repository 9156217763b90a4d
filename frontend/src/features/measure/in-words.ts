import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../api/types'
import { numberOf } from '../../text/dates'
import { goalItem, LEVELS, type Answer, type Goal } from './measure-form'

/** Says questions and answers as a person reads them. */
export function useInWords(instrument: Instrument) {
  const { t } = useTranslation('measure')
  return {
    question(item: string, goals: Goal[]): string {
      const goal = goals.find((_, at) => goalItem(at) === item)
      return goal?.what ?? instrument.items.find(({ id }) => id === item)?.text ?? item
    },
    answer({ item, value, noAnswer }: Answer): string {
      if (value === undefined) return t(`noAnswer.${noAnswer ?? 'not-asked'}`)
      const level = LEVELS.find((each) => each === value)
      if (instrument.form === 'goals' && level !== undefined) return t(`level.${level}`)
      const options = instrument.items.find(({ id }) => id === item)?.options
      return options?.find((option) => option.value === value)?.text ?? numberOf(value)
    },
  }
}
