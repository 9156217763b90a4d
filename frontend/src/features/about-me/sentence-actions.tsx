import { Trans, useTranslation } from 'react-i18next'
import type { Sentence } from '../../api/types'
import { Details } from '../../govuk/details'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { problemText } from '../../page/problem-text'
import { ReasonForm } from '../../page/reason-form'
import { useOpenForm } from '../../page/use-kept-draft'
import { dateAndTime } from '../../text/dates'
import { useChangeSentence } from './queries'
import { whoSaid } from './who-said'

interface SentenceActionsProps {
  sentence: Sentence
  /** The name of the person. */
  name: string
  onChange: () => void
  onDone: (said: string) => void
}

/** The actions on a sentence, and its earlier versions. */
export function SentenceActions({ sentence, name, onChange, onDone }: SentenceActionsProps) {
  const { t } = useTranslation('about-me')
  const [asks, setAsks] = useOpenForm(`sentence-${sentence.id}`, ['why'])
  const takeAway = useChangeSentence(sentence.personId)
  const what = sentence.details.text
  const hidden = { values: { what }, components: { hidden: <Hidden /> } }
  return (
    <div className="not-printed">
      {asks ? (
        <ReasonForm
          name={`sentence-${sentence.id}-why`}
          label={t('why')}
          hint={t('whyHint')}
          missing={t('error.why')}
          save={t('takeAwayNow')}
          busy={takeAway.isPending}
          onSave={(reason) =>
            takeAway.mutateAsync({
              sentenceId: sentence.id,
              version: sentence.version,
              change: { details: sentence.details, takenAway: true, reason },
            })
          }
          onDone={() => setAsks(undefined)}
          onSaved={() => onDone(t('done.away'))}
        />
      ) : (
        <p className="step__actions">
          <button type="button" className="linkish" onClick={onChange}>
            <Trans t={t} i18nKey="change" {...hidden} />
          </button>
          <button type="button" className="linkish" onClick={() => setAsks('why')}>
            <Trans t={t} i18nKey="takeAway" {...hidden} />
          </button>
        </p>
      )}
      <Versions sentence={sentence} name={name} />
    </div>
  )
}

/** A sentence that was taken away, why, and the way to put it back. */
export function TakenAway({ sentence, name, onDone }: Omit<SentenceActionsProps, 'onChange'>) {
  const { t } = useTranslation('about-me')
  const change = useChangeSentence(sentence.personId)
  const { details, version, reason } = sentence

  function putBack() {
    if (change.isPending) return
    change.mutate(
      { sentenceId: sentence.id, version, change: { details, takenAway: false } },
      { onSuccess: () => onDone(t('done.back')) },
    )
  }

  return (
    <li className="about-me__sentence">
      <p className="govuk-body record__words" dir="auto">
        {details.text}
      </p>
      <p className="govuk-body-s">{t('because', { reason })}</p>
      {change.error && <ErrorMessage>{problemText(change.error)}</ErrorMessage>}
      <button type="button" className="linkish" onClick={putBack}>
        <Trans t={t} i18nKey="putBack" values={{ what: details.text }} components={{ hidden: <Hidden /> }} />
      </button>
      <Versions sentence={sentence} name={name} />
    </li>
  )
}

/** The earlier versions of a sentence, the last change first. */
function Versions({ sentence, name }: { sentence: Sentence; name: string }) {
  const { t } = useTranslation(['about-me', 'common'])
  const { changes, addedByName } = sentence
  if (changes.length === 0) return null
  return (
    <Details summary={t('about-me:versions', { count: changes.length })}>
      <ul className="govuk-list">
        {[...changes].reverse().map(({ before, takenAwayBefore, at, byName }) => (
          <li key={at}>
            <p className="govuk-body record__words" dir="auto">
              {before.text}
            </p>
            <p className="govuk-body-s">
              {takenAwayBefore ? t('about-me:wasAway') : whoSaid(before, name, addedByName)}{' '}
              {t('about-me:until', { time: dateAndTime(at), name: byName ?? t('common:aColleague') })}
            </p>
          </li>
        ))}
      </ul>
    </Details>
  )
}
