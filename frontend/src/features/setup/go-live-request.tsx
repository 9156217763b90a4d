import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { unreadable } from '../../page/problem-text'
import { dayAt, plainDate } from '../../text/dates'
import { unfinishedTasks } from './unfinished-tasks'
import { setUpOfQuery, useAnswerGoLive } from './queries'

/** The operator's side of going live: what is done, what was said, and an answer to a council that asks. */
export function GoLiveRequest({ councilId }: { councilId: string }) {
  const { t } = useTranslation(['setup', 'common'])
  const read = useQuery(setUpOfQuery(councilId))
  const answer = useAnswerGoLive(councilId)
  const form = useForm({ question: '' })
  if (!read.data) {
    return read.isError && <InsetText role="alert">{unreadable(read.error, t('operator.unavailable'))}</InsetText>
  }
  const { body: setUp, tag } = read.data

  function send(question?: string) {
    answer.mutate(question ? { question, tag } : { tag }, {
      onSuccess: () => form.set('question')(''),
      onError: (error) =>
        form.fail(
          error instanceof Problem && (error.status === 412 || error.status === 409)
            ? [{ text: unfinishedTasks(t, error) ?? t('operator.changed') }]
            : formErrors(error, 'setup:error'),
        ),
    })
  }

  const said = (date: string, words?: string) => (words ? t('operator.saidInWords', { date, words }) : date)

  function ask(event: FormEvent) {
    event.preventDefault()
    const question = form.values.question.trim()
    if (form.fail(question ? [] : [{ field: 'question', text: t('operator.questionMissing') }])) return
    send(question)
  }

  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('operator.heading')}</h2>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t(`operator.${setUp.status}`)}</p>
      {setUp.status !== 'live' && (
        <SummaryList
          className="govuk-summary-list--no-border"
          rows={[
            ...setUp.tasks.map(({ task, done }) => ({
              key: t(`list.${task}`),
              value: t(done ? 'operator.done' : 'operator.todo'),
            })),
            ...setUp.steps.map((step) => ({
              key: t(`operator.said.${step.kind}`),
              value: said(plainDate(dayAt(step.at)), step.words),
            })),
          ]}
        />
      )}
      {setUp.status === 'asked-to-go-live' && (
        <>
          <Button type="button" busy={answer.isPending} onClick={() => send()}>
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
