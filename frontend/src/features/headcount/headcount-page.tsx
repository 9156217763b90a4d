import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams } from 'react-router'
import { Problem } from '../../api/problem'
import type { DaySession } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { Input } from '../../govuk/input'
import { FormSummary, useForm } from '../../page/form'
import { pathParam } from '../../page/guards'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { longDate, timeAt, timeRange, today } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { Panel } from '../board/panel'
import { readPeople } from './headcount-number'
import { headcountQuery, useHeadcountChanges, useRecordHeadcount } from './queries'

export const page = { Component: HeadcountPanel }

/** Records how many people came to a session without giving a name. */
function HeadcountPanel() {
  const { t } = useTranslation('headcount')
  const { day } = useOutletContext<BoardContext>()
  const sessionId = pathParam({ params: useParams() }, 'sessionId')
  const session = day.sessions.find(({ id }) => id === sessionId)
  const { data, error } = useQuery({ ...headcountQuery(sessionId), enabled: session !== undefined, staleTime: 0 })
  if (error) throw error
  if (!session) {
    return (
      <Panel heading={t('heading')} title={t('heading')} close={paths.day(day.hub.id, day.date)}>
        <InsetText>{t('gone')}</InsetText>
      </Panel>
    )
  }
  return data ? (
    <HeadcountForm key={sessionId} session={session} start={{ tag: data.tag, people: data.body.people ?? undefined }} />
  ) : null
}

function HeadcountForm({
  session,
  start,
}: {
  session: DaySession
  start: { tag: string; people: number | undefined }
}) {
  const { t } = useTranslation('headcount')
  const { day, done } = useOutletContext<BoardContext>()
  const client = useQueryClient()
  const [tag, setTag] = useState(start.tag)
  const form = useForm({ people: start.people === undefined ? '' : String(start.people) })
  const { busy, send } = useSendOnce(useRecordHeadcount(session.id))

  async function showTheirs() {
    const theirs = await client.fetchQuery({ ...headcountQuery(session.id), staleTime: 0 })
    setTag(theirs.tag)
    form.fail([
      {
        field: 'people',
        text: t('changed', { count: theirs.body.people ?? 0, name: theirs.body.changedByName ?? t('colleague') }),
      },
    ])
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const people = readPeople(form.values.people)
    if (form.fail(people === undefined ? [{ field: 'people', text: t('error.people') }] : []) || people === undefined)
      return
    send(
      { tag, people },
      {
        onSuccess: () => done(t('done', { count: people })),
        onError: (error) => {
          if (error instanceof Problem && error.status === 412)
            showTheirs().catch((failed: unknown) => form.fail([{ text: problemText(failed) }]))
          else form.fail([{ text: problemText(error) }])
        },
      },
    )
  }

  return (
    <Panel
      heading={t('heading')}
      title={t('title', { times: timeRange(session.starts, session.ends) })}
      close={paths.day(day.hub.id, day.date)}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={submit}>
        <Input
          {...form.text('people')}
          id="people"
          label={{ text: t('people'), className: 'govuk-label--s' }}
          hint={t('hint')}
          className="govuk-input--width-3"
          inputMode="numeric"
          error={form.error('people')}
          autoComplete="off"
        />
        <div className="panel__send">
          <Button busy={busy}>{t(busy ? 'sending' : 'send')}</Button>
        </div>
      </form>
      <Changes sessionId={session.id} />
    </Panel>
  )
}

/** The numbers that were recorded before, and who recorded them. */
function Changes({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('headcount')
  const changes = useHeadcountChanges(sessionId)
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="headcount-changes">
      <h3 className="govuk-heading-s" id="headcount-changes">
        {t('before')}
      </h3>
      <ul className="govuk-list">
        {changes.map(({ id, people, changedAt, changedByName }) => (
          <li key={id}>
            {t('recorded', {
              count: people,
              name: changedByName ?? t('colleague'),
              time: timeAt(changedAt),
              date: longDate(today(new Date(changedAt))),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
