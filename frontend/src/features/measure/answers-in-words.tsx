import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../api/types'
import { useInWords } from './in-words'
import type { Answer, Goal } from './measure-form'

interface AnswersInWordsProps {
  instrument: Instrument
  goals: Goal[]
  answers: Answer[]
}

/** Each question with its answer. */
export function AnswersInWords({ instrument, goals, answers }: AnswersInWordsProps) {
  const { t } = useTranslation('measure')
  const words = useInWords(instrument)
  return (
    <ul className="govuk-list govuk-list--bullet">
      {answers.map((answer) => (
        <li key={answer.item}>
          {t('answers.one', { question: words.question(answer.item, goals), answer: words.answer(answer) })}
        </li>
      ))}
    </ul>
  )
}
