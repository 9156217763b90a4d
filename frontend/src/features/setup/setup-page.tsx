import { useQuery, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import type { SetUp as SetUpState } from '../../api/types'
import { PublicPageLink } from '../settings/public-page-link'
import { unfinishedTasks } from './unfinished-tasks'
import { placesQuery, setUpQuery, useAskToGoLive } from './queries'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { TaskList, type Task } from '../../govuk/task-list'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { useFlashMessage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import { dayAndTime } from '../../text/dates'
import { QUERY } from '../../api/query-keys'
import { paths } from '../../page/paths'
import { Link } from '../../page/link'

const load = (client: QueryClient) => async () => {
  await requireAuthority(client, 'council:set-up')
  void client.prefetchQuery(placesQuery())
  return client.ensureQueryData({ ...setUpQuery(), revalidateIfStale: true })
}

export const page = (client: QueryClient) => ({ loader: load(client), Component: SetUp })
export const goLive = (client: QueryClient) => ({ loader: load(client), Component: GoLive })

/** The open tasks in their order, from the two services that keep them. */
function useTasks(setUp: SetUpState) {
  const { t } = useTranslation(['setup', 'common'])
  const places = useQuery(placesQuery())
  const done = (name: string) => setUp.tasks.some(({ task, done: is }) => task === name && is)
  const status = (is: boolean) => ({ done: is, status: t(is ? 'list.completed' : 'list.todo') })
  const waiting = { status: t('list.cannotStart') }
  const unknown = { status: t('list.unknown') }
  const onlyHub = places.data?.onlyHub
  const agree: Task[] = [
    { title: t('list.agreement'), href: paths.agreement, ...status(done('agreement')) },
    {
      title: t('list.data-protection'),
      href: paths.settingsPart('data-protection'),
      ...status(done('data-protection')),
    },
    {
      title: t('list.assessment'),
      hint: t('list.assessmentHint'),
      href: paths.settingsPart('assessment'),
      ...status(done('assessment')),
    },
  ]
  const council: Task[] = [
    { title: t('list.name'), href: paths.settingsPart('name'), ...status(done('name')) },
    { title: t('list.contact'), href: paths.settingsPart('contact'), ...status(done('contact')) },
    { title: t('list.languages'), href: paths.settingsPart('languages'), ...status(done('languages')) },
  ]
  const hubTask: Task = !done('languages')
    ? { title: t('list.hub'), ...waiting }
    : !places.data
      ? { title: t('list.hub'), href: paths.hubs, ...unknown }
      : { title: t('list.hub'), href: paths.hubs, ...status(places.data.hubs > 0) }
  const sessions: Task = places.data?.hubs
    ? {
        title: t('list.sessions'),
        href: onlyHub ? paths.hub(onlyHub) : paths.hubs,
        ...status(places.data.sessions),
      }
    : { title: t('list.sessions'), ...waiting }
  const team: Task[] = [{ title: t('list.team'), hint: t('list.teamHint'), href: paths.team, ...status(done('team')) }]
  const approach: Task[] = [{ title: t('list.blueprint'), href: paths.blueprint, ...status(done('blueprint')) }]
  const needed = [...agree, ...council, ...approach, hubTask, sessions, ...team]
  return {
    groups: [
      { heading: t('list.agree'), tasks: agree },
      { heading: t('list.council'), tasks: council },
      { heading: t('list.approach'), tasks: approach },
      { heading: t('list.places'), tasks: [hubTask, sessions] },
      { heading: t('list.people'), tasks: team },
    ],
    needed,
    left: needed.filter((task) => !task.done),
  }
}

function openQuestion(setUp: SetUpState): string | undefined {
  const last = setUp.steps.at(-1)
  return last?.kind === 'question' ? last.words : undefined
}

function SetUp() {
  const { t } = useTranslation(['setup', 'common'])
  const { body: setUp } = useSuspenseQuery(setUpQuery()).data
  const { data: council } = useSuspenseQuery(councilQuery())
  const { groups, needed, left } = useTasks(setUp)
  const news = useFlashMessage<string>()
  const name = council.name
  if (setUp.status === 'live') {
    return (
      <Page heading={t('list.live', { name })}>
        <p className="govuk-body">{t('list.liveBody')}</p>
        <p className="govuk-body">
          <Trans t={t} i18nKey="list.liveAddress" components={{ page: <PublicPageLink alias={council.alias} /> }} />
        </p>
        <a className="govuk-link" href={paths.settings}>
          {t('list.settingsLink')}
        </a>
      </Page>
    )
  }
  const question = openQuestion(setUp)
  return (
    <Page heading={t('list.heading', { name })}>
      {news && <NotificationBanner success>{news}</NotificationBanner>}
      {setUp.status === 'asked-to-go-live' && (
        <InsetText>
          <Trans t={t} i18nKey="list.asked" />
        </InsetText>
      )}
      {question && (
        <InsetText>
          <Trans t={t} i18nKey="list.question" />
        </InsetText>
      )}
      <p className="govuk-body">{t('list.intro', { name })}</p>
      <p className="govuk-body">{t('list.progress', { count: needed.length - left.length, all: needed.length })}</p>
      {groups.map(({ heading, tasks }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <TaskList tasks={tasks} />
        </section>
      ))}
      <h2 className="govuk-heading-m">{t('list.goLive')}</h2>
      <TaskList
        tasks={[
          left.length > 0
            ? { title: t('list.check'), status: t('list.cannotStart') }
            : setUp.status === 'asked-to-go-live'
              ? { title: t('list.check'), href: paths.goLive, status: t('list.completed'), done: true }
              : { title: t('list.check'), href: paths.goLive, status: t('list.todo') },
        ]}
      />
      <h2 className="govuk-heading-m">{t('list.optional')}</h2>
      <ul className="govuk-list">
        {(['colour', 'logo', 'labels'] as const).map((part) => (
          <li key={part}>
            <Link href={paths.settingsPart(part)}>{t(`list.${part}`)}</Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}

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
      {setUp.steps.length > 0 && (
        <section className="card">
          <h2 className="govuk-heading-m">{t('goLive.history')}</h2>
          <ul className="govuk-list">
            {setUp.steps.toReversed().map((step) => (
              <li key={step.number}>
                <Trans t={t} i18nKey={`goLive.said.${step.kind}`} values={{ when: dayAndTime(step.at) }} />
                {step.words && <p className="govuk-body">{step.words}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
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
