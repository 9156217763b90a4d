import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { Letter, LetterPart } from '../../api/types'
import { Textarea } from '../../govuk/textarea'
import { problemText } from '../../page/problem-text'
import { useChangeLetter } from './queries'

const PAUSE_MS = 1_500

interface PartEditorProps {
  letter: Letter
  part: LetterPart
  label: string
  hint?: string
}

/** The text of one part of a letter. It is saved after a pause and on leaving the box, and never checked. */
export function PartEditor({ letter, part, label, hint }: PartEditorProps) {
  const { t } = useTranslation('letter')
  const [typed, setTyped] = useState<string>()
  const { mutate, isPending, error, reset } = useChangeLetter(letter)
  const text = typed ?? part.text
  const unsaved = typed !== undefined && typed !== part.text
  const isStale = error instanceof Problem && error.status === 412
  const save = () => {
    if (unsaved && !isPending && !isStale) mutate({ part: part.id, version: part.version, text })
  }
  useEffect(() => {
    if (!unsaved || isPending || error) return
    const timer = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(timer)
    // The function is new at each rendering, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, unsaved, isPending, error])
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
  return (
    <>
      <Textarea
        id={`part-${part.id}`}
        name={part.id}
        className="record__text"
        label={{ text: label, className: 'govuk-label--s' }}
        hint={hint}
        value={text}
        readOnly={letter.withdrawal !== undefined && part.id !== 'differently'}
        onChange={({ target }) => {
          if (error && !isStale) reset()
          setTyped(target.value)
        }}
        onBlur={save}
      />
      <p className="govuk-body-s" role="status">
        {isPending && t('saving')}
        {!isPending && !error && typed !== undefined && !unsaved && t('saved')}
        {!isPending && error && !isStale && (
          <>
            {problemText(error)} {t('kept')}{' '}
            <button type="button" className="linkish" onClick={save}>
              {t('again')}
            </button>
          </>
        )}
      </p>
      {isStale && !isPending && (
        <div className="govuk-inset-text" role="alert">
          <p>{t('stale')}</p>
          <p className="record__words">{part.text}</p>
          <button type="button" className="btn" onClick={reset}>
            {t('keepMine')}
          </button>{' '}
          <button
            type="button"
            className="btn"
            onClick={() => {
              setTyped(undefined)
              reset()
            }}
          >
            {t('keepOther')}
          </button>
        </div>
      )}
    </>
  )
}
