import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { InsetText } from '../govuk/inset-text'
import { unreadable } from './problem-text'

interface UnavailableProps {
  error: unknown
  /** Says which part of the page could not be read. */
  words: ReactNode
  onAgain: () => void
}

/** Replaces a part of a page that could not be read, and offers to read it again. */
export function Unavailable({ error, words, onAgain }: UnavailableProps) {
  const { t } = useTranslation()
  return (
    <InsetText role="alert">
      <p>{unreadable(error, words)}</p>
      <button type="button" className="linkish" onClick={onAgain}>
        {t('again')}
      </button>
    </InsetText>
  )
}
