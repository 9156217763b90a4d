import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { QUERY } from '../../api/query-keys'
import type { SetUp } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { TaskList } from '../../govuk/task-list'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { dayAndTime } from '../../text/dates'
import { setUpQuery, useAskToGoLive } from './queries'
import { loadSetUp, openQuestion, useTasks } from './tasks'
import { unfinishedTasks } from './unfinished-tasks'

export const page = (client: QueryClient) => ({ loader: loadSetUp(client), Component: GoLive })

function GoLive() {
  const { t } = useTranslation(['setup', 'common'])
  const { body: setUp, tag } = useSuspenseQuery(setUpQuery()).data
  const { needed, left } = useTasks(setUp)
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({ words: '' })
  const ask = useSendOnce(useAskToGoLive())
  const question = openQuestion(setUp)

  function send(event: FormEvent) {
    event.preventDefault()
    ask.send(
      { words: form.values.words.trim(), tag },
      {
        onSuccess: () => void navigate(paths.setup, { replace: true }),
        onError: (error) => {
          if (error instanceof Problem && (error.status === 412 || error.status === 409)) {
            void client.invalidateQueries({ queryKey: [QUERY.setup] })
            form.fail([{ text: unfinishedTasks(t, error) ?? t('goLive.changed') }])
          } else form.fail(formErrors(error, 'setup:error'))
        },
      },
    )
  }

  return (
    <Page heading={t('goLive.heading')} back={{ href: paths.setup, text: t('common:backToSetUp') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {setUp.steps.length > 0 && <History steps={setUp.steps} />}
      {setUp.status === 'live' ? null : setUp.status === 'asked-to-go-live' ? (
        <InsetText>
          <Trans t={t} i18nKey="list.asked" />
        </InsetText>
      ) : left.length > 0 ? (
        <>
          <p className="govuk-body">{t('goLive.left')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {left.map((task, index) => (
              <li key={index}>{task.title}</li>
            ))}
          </ul>
        </>
      ) : (
        <form noValidate onSubmit={send}>
          <TaskList tasks={needed} />
          <p className="govuk-body">{t('goLive.ready')}</p>
          <Textarea
            label={{ text: t(question ? 'goLive.answer' : 'goLive.words') }}
            error={form.error('words')}
            {...form.text('words')}
          />
          <Button busy={ask.busy}>{t(ask.busy ? 'goLive.sending' : 'goLive.send')}</Button>
        </form>
      )}
    </Page>
  )
}

/** The requests, answers and approvals, the latest first. */
function History({ steps }: { steps: SetUp['steps'] }) {
  const { t } = useTranslation('setup')
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('goLive.history')}</h2>
      <ul className="govuk-list">
        {steps.toReversed().map((step) => (
          <li key={step.number}>
            <Trans t={t} i18nKey={`goLive.said.${step.kind}`} values={{ when: dayAndTime(step.at) }} />
            {step.words && <p className="govuk-body">{step.words}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
