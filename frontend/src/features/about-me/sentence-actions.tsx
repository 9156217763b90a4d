import { useState, type FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Sentence } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { Input } from '../../govuk/input'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
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
  const [asks, setAsks] = useState(false)
  const what = sentence.details.text
  const hidden = { values: { what }, components: { hidden: <Hidden /> } }
  return (
    <div className="not-printed">
      {asks ? (
        <TakeAway sentence={sentence} onCancel={() => setAsks(false)} onDone={onDone} />
      ) : (
        <p className="step__actions">
          <button type="button" className="linkish" onClick={onChange}>
            <Trans t={t} i18nKey="change" {...hidden} />
          </button>
          <button type="button" className="linkish" onClick={() => setAsks(true)}>
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

function TakeAway({
  sentence,
  onCancel,
  onDone,
}: {
  sentence: Sentence
  onCancel: () => void
  onDone: (said: string) => void
}) {
  const { t } = useTranslation(['about-me', 'common'])
  const field = `why-${sentence.id}`
  const form = useForm<{ why: string }, string>({ why: '' })
  const change = useChangeSentence(sentence.personId)
  const { details, version } = sentence

  async function send(event: FormEvent) {
    event.preventDefault()
    const reason = form.values.why.trim()
    if (form.fail(reason ? [] : [{ field, text: t('about-me:error.why') }])) return
    try {
      await change.mutateAsync({ sentenceId: sentence.id, version, change: { details, takenAway: true, reason } })
      onDone(t('about-me:done.away'))
    } catch (refused) {
      form.fail([{ text: problemText(refused) }])
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Input
        {...form.text('why')}
        id={field}
        label={{ text: t('about-me:why') }}
        hint={t('about-me:whyHint')}
        error={form.error(field)}
        maxLength={500}
        autoComplete="off"
      />
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={change.isPending}>
          {t('about-me:takeAwayNow')}
        </Button>
        <button type="button" className="linkish" onClick={onCancel}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
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
