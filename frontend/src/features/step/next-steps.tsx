import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, StepDetails } from '../../api/types'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { Loading } from '../../page/loading'
import { problemText } from '../../page/problem-text'
import { Unavailable } from '../../page/unavailable'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import { plainDate, today } from '../../text/dates'
import { teamQuery } from '../series/queries'
import { ownerOf } from './owner'
import { useAddStep, stepsQuery } from './queries'
import { StepRow } from './step-row'
import { proposeStep, stepsIn, type Known } from './step-words'

interface NextStepsProps {
  conversation: Conversation
  /** The words of the record, in which steps may be agreed. */
  words: string[]
}

/** The line that was typed and not added, as it comes back after a reload. */
interface StepDraft {
  line: string
}

/** The section of what was agreed: who will do what by when. A step needs nothing but words until the record is finished. */
export function NextSteps({ conversation, words }: NextStepsProps) {
  const { t } = useTranslation('step')
  const { id } = conversation
  const people = conversation.people.map(({ name }) => name)
  const finished = conversation.status === 'finished'
  const { data: steps, error, isPending, refetch } = useQuery(stepsQuery(id))
  const known = { people, members: useQuery(teamQuery()).data ?? [] }
  const add = useAddStep(id)
  const offered = finished
    ? []
    : words
        .flatMap((text) => stepsIn(text, today(), known))
        .filter(({ what }) => !steps?.some(({ details }) => details.what === what))
  return (
    <section className="card steps" aria-labelledby="next-steps">
      <h2 className="govuk-heading-s" id="next-steps">
        {t('heading')}
      </h2>
      {isPending && <Loading />}
      {error && !steps && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {steps && steps.length > 0 && (
        <ul className="steps__list">
          {steps.map((step) => (
            <StepRow key={step.id} {...{ step, people, finished }} />
          ))}
        </ul>
      )}
      {steps && offered.length > 0 && (
        <div className="steps__offered">
          <p className="govuk-body-s">{t('offered')}</p>
          {offered.map((proposed) => (
            <button
              key={proposed.what}
              type="button"
              className="btn btn--quiet"
              onClick={() => !add.isPending && add.mutate(proposed)}
            >
              {t('add.proposed', { step: inWords(proposed, known, t) })}
            </button>
          ))}
        </div>
      )}
      {steps && <AddStep conversationId={id} known={known} finished={finished} />}
    </section>
  )
}

function inWords(details: StepDetails, known: Known, t: Words): string {
  const { what, memberId, due } = details
  const memberName = known.members.find(({ id }) => id === memberId)?.name
  const who = ownerOf({ details, memberName }, known.people)
  const step = who ? t('add.who', { who, what }) : what
  return due ? t('add.by', { step, day: plainDate(due) }) : step
}

type Words = ReturnType<typeof useTranslation<'step'>>['t']

interface AddStepProps {
  conversationId: string
  known: Known
  finished: boolean
}

/** Adds a step from a line of words, and shows first how they are understood. */
function AddStep({ conversationId, known, finished }: AddStepProps) {
  const { t } = useTranslation('step')
  const draft = useFormDraft<StepDraft>('step')
  const [line, setLine] = useState(draft?.line ?? '')
  const [error, setError] = useState<ReactNode>()
  const add = useAddStep(conversationId)
  useKeptForm('step', line ? ({ line } satisfies StepDraft) : undefined)
  const proposed = proposeStep(line, today(), known)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!proposed.what) {
      setError(t('error.what'))
      return
    }
    if (finished && !(proposed.owner && proposed.due)) {
      setError(t('error.complete'))
      return
    }
    setError(undefined)
    try {
      await add.mutateAsync(proposed)
      setLine('')
    } catch (refused) {
      setError(problemText(refused))
    }
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Input
        id="step"
        name="step"
        label={{ text: t('add.label') }}
        hint={t('add.hint')}
        error={error}
        describedBy="step-understood"
        value={line}
        onChange={(event) => setLine(event.target.value)}
        maxLength={500}
        autoComplete="off"
      />
      <p className="govuk-hint" id="step-understood" role="status">
        {line.trim() && proposed.what !== line.trim() && inWords(proposed, known, t)}
      </p>
      <Button className="govuk-button--secondary" busy={add.isPending}>
        {t('add.send')}
      </Button>
    </form>
  )
}
