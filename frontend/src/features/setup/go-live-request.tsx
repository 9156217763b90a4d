import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { Member, SetUp } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { unreadable } from '../../page/problem-text'
import { useStatusMessage } from '../../page/status-message'
import { dayAt, plainDate } from '../../text/dates'
import { Evidence } from './go-live-evidence'
import { unfinishedTasks } from './unfinished-tasks'
import { setUpOfQuery, useAnswerGoLive } from './queries'

/** The council's tasks, in the order and the words in which its leads see them. */
const TASKS = [
  'agreement',
  'data-protection',
  'assessment',
  'name',
  'contact',
  'languages',
  'blueprint',
  'hub',
  'sessions',
  'team',
] as const

/** The operator's side of going live: what is done, what was said, and an answer to a council that asks. */
export function GoLiveRequest({ councilId, name, members }: { councilId: string; name: string; members: Member[] }) {
  const { t } = useTranslation(['setup', 'common'])
  const read = useQuery(setUpOfQuery(councilId))
  const answer = useAnswerGoLive(councilId)
  const form = useForm({ question: '' })
  const { say, banner } = useStatusMessage()
  const [confirming, setConfirming] = useState(false)
  if (!read.data) {
    return read.isError && <InsetText role="alert">{unreadable(read.error, t('operator.unavailable'))}</InsetText>
  }
  const { body: setUp, tag } = read.data

  function send(question?: string) {
    answer.mutate(question ? { question, tag } : { tag }, {
      onSuccess: () => {
        form.set('question')('')
        form.fail([])
        setConfirming(false)
        say(t(question ? 'operator.asked' : 'operator.approvedNow', { name }))
      },
      onError: (error) => {
        setConfirming(false)
        form.fail(
          error instanceof Problem && (error.status === 412 || error.status === 409)
            ? [{ text: unfinishedTasks(t, error) ?? t('operator.changed') }]
            : formErrors(error, 'setup:error'),
        )
      },
    })
  }

  /** The services check both tasks about places when the council asks, and again when the operator approves. */
  const state = (task: (typeof TASKS)[number]) => {
    const kept = setUp.tasks.find((other) => other.task === task)
    if (!kept && setUp.status === 'setting-up') return t('operator.notSeen')
    return t(!kept || kept.done ? 'list.completed' : 'list.todo')
  }

  const said = ({ kind, at, member, words }: SetUp['steps'][number]) => {
    const by = members.find(({ id }) => id === member)?.name
    const date = plainDate(dayAt(at))
    return (
      <>
        {by ? t(`operator.saidBy.${kind}`, { by, date }) : t(`operator.said.${kind}`, { date })}
        {words && <p className="govuk-body">{words}</p>}
      </>
    )
  }

  function ask(event: FormEvent) {
    event.preventDefault()
    const question = form.values.question.trim()
    if (form.fail(question ? [] : [{ field: 'question', text: t('operator.questionMissing') }])) return
    send(question)
  }

  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('operator.heading')}</h2>
      {banner}
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t(`operator.${setUp.status}`)}</p>
      {setUp.status !== 'live' && (
        <SummaryList
          className="govuk-summary-list--no-border"
          rows={TASKS.map((task) => ({
            key: t(`list.${task}`),
            value: (
              <>
                <p className="govuk-body">{state(task)}</p>
                <Evidence councilId={councilId} setUp={setUp} task={task} />
              </>
            ),
          }))}
        />
      )}
      {setUp.steps.length > 0 && (
        <ul className="govuk-list">
          {setUp.steps.map((step) => (
            <li key={step.number}>{said(step)}</li>
          ))}
        </ul>
      )}
      {setUp.status === 'asked-to-go-live' && confirming && (
        <Confirm name={name} busy={answer.isPending} onYes={() => send()} onNo={() => setConfirming(false)} />
      )}
      {setUp.status === 'asked-to-go-live' && !confirming && (
        <>
          <Button type="button" onClick={() => setConfirming(true)}>
            {t('operator.approve')}
          </Button>
          <form noValidate onSubmit={ask}>
            <Textarea
              label={{ text: t('operator.question') }}
              error={form.error('question')}
              {...form.text('question')}
            />
            <Button className="govuk-button--secondary" busy={answer.isPending}>
              {t('operator.ask')}
            </Button>
          </form>
        </>
      )}
    </section>
  )
}

/** Asks once more, because residents see the council's page from then on. */
function Confirm({ name, busy, onYes, onNo }: { name: string; busy: boolean; onYes: () => void; onNo: () => void }) {
  const { t } = useTranslation('setup')
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h3 className="govuk-heading-s" ref={heading} tabIndex={-1}>
        {t('operator.confirm', { name })}
      </h3>
      <p className="govuk-body">{t('operator.confirmBody')}</p>
      <div className="govuk-button-group">
        <Button type="button" busy={busy} onClick={onYes}>
          {t('operator.confirmYes')}
        </Button>
        <Button type="button" className="govuk-button--secondary" onClick={onNo}>
          {t('operator.confirmNo')}
        </Button>
      </div>
    </>
  )
}
