import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useNumberedPages } from '../day-sheet/numbered-pages'
import { baselineOf, instrumentOf, loadMeasures, useMeasures } from './loaded'
import { LEVELS, type Item } from './measure-form'

export const page = (client: QueryClient) => ({
  loader: (args: LoaderFunctionArgs) => loadMeasures(client, pathParam(args, 'personId')),
  Component: PaperPage,
})

/** The questions to answer on paper. It has the person's reference and not the name, so that a lost sheet names no one. */
function PaperPage() {
  const { t } = useTranslation(['measure', 'common'])
  const { personId, person, instruments, measures } = useMeasures()
  const instrument = instrumentOf(instruments, pathParam({ params: useParams() }, 'instrument'))
  // A licensed instrument has its own paper, which the council gets from its owner.
  if (instrument.form === 'score') throw new Problem(404, {})
  const goals = baselineOf(measures, instrument.code)?.goals ?? []
  const levels = LEVELS.map((level) => t(`measure:level.${level}`))
  useNumberedPages()
  const { name, licence } = instrument
  return (
    <Page heading={t('measure:paper.heading', { name })} back={{ href: paths.askMeasure(personId) }} wide>
      <div className="not-printed">
        <Button type="button" onClick={() => window.print()}>
          {t('common:button.print')}
        </Button>
      </div>
      <article className="letter questions" aria-label={name}>
        <h2>{name}</h2>
        <p>
          {t('measure:paper.reference', { reference: person.reference })}
          <br />
          {t('measure:paper.date')} <span className="questions__line" />
        </p>
        <p>{t('measure:paper.tick')}</p>
        {instrument.intro && <p>{instrument.intro}</p>}
        {instrument.form === 'goals'
          ? (goals.length > 0 ? goals : [undefined, undefined, undefined]).map((goal, at) => (
              <Question
                key={at}
                text={goal?.what ?? t('measure:goal.legend', { number: at + 1 })}
                answers={levels.map((level, number) => {
                  const text = goal?.levels[number]?.trim()
                  return text ? t('measure:answers.one', { question: level, answer: text }) : level
                })}
                line={!goal}
              />
            ))
          : instrument.items.map((item) => (
              <Question key={item.id} text={item.text} answers={answersOf(item)} inline={!item.options} />
            ))}
        <p>
          {t('measure:paper.source', { name, licence })}
          <br />
          {t('measure:paper.official')}
        </p>
      </article>
    </Page>
  )
}

function answersOf({ options, min, max, decimals }: Item): string[] {
  if (options) return options.map(({ text }) => text)
  if (decimals > 0 || max - min > 10) return []
  return Array.from({ length: max - min + 1 }, (_, at) => String(min + at))
}

interface QuestionProps {
  text: string
  answers: string[]
  inline?: boolean | undefined
  /** Room to write. */
  line?: boolean | undefined
}

function Question({ text, answers, inline, line }: QuestionProps) {
  return (
    <section>
      <h3>{text}</h3>
      {line && <p className="questions__line questions__line--long" />}
      <ul className={inline ? 'questions__answers questions__answers--inline' : 'questions__answers'}>
        {answers.map((answer) => (
          <li key={answer}>
            <span className="day-sheet__box" aria-hidden="true" /> {answer}
          </li>
        ))}
      </ul>
    </section>
  )
}
