import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sentence } from '../../api/types'
import { HEADINGS, type SentenceForm } from './sentence-form'
import { whoSaid } from './who-said'

interface SentencesProps {
  /** The name of the person. */
  name: string
  sentences: Sentence[]
  /** Leaves out headings without a sentence. */
  short?: boolean
  level: 2 | 3
  /** Follows a sentence. */
  after?: (sentence: Sentence) => ReactNode
  /** Follows the sentences of a heading. */
  end?: (heading: SentenceForm['heading']) => ReactNode
}

/** The sentences of About me under their headings, each with who said it and when. */
export function Sentences({ name, sentences, short, level, after, end }: SentencesProps) {
  const { t } = useTranslation('about-me')
  const Heading = level === 2 ? 'h2' : 'h3'
  return HEADINGS.map((heading) => {
    const here = sentences.filter(({ details, takenAway }) => details.heading === heading && !takenAway)
    if (short && here.length === 0) return null
    return (
      <section key={heading}>
        <Heading className={level === 3 ? 'govuk-heading-s' : undefined}>{t(`heading.${heading}`)}</Heading>
        {here.length === 0 && <p className="govuk-hint not-printed">{t('nothing')}</p>}
        <ul className="about-me__list">
          {here.map((sentence) => (
            <li key={sentence.id} className="about-me__sentence">
              <p className="govuk-body record__words" dir="auto">
                {sentence.details.text}
              </p>
              <p className="govuk-body-s about-me__who">{whoSaid(sentence.details, name, sentence.addedByName)}</p>
              {after?.(sentence)}
            </li>
          ))}
        </ul>
        {end?.(heading)}
      </section>
    )
  })
}
