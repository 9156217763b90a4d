import { useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonMerge } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { Table } from '../../govuk/table'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { ShowMore } from '../../page/show-more'
import { useStatusMessage } from '../../page/status-message'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { mergesQuery, useDecideMerge, type Decision } from './merge-queries'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'person:merge'),
  Component: Merges,
})

/** The suggestions for a lead to decide about, or the merges that a lead can undo. */
function Merges() {
  const { t } = useTranslation(['merge', 'person'])
  const [status, setStatus] = useState<'suggested' | 'merged'>('suggested')
  const list = useInfiniteQuery(mergesQuery(status))
  const { data, error, isPending, refetch } = list
  const { say, banner } = useStatusMessage()
  const merges = data?.pages.flatMap(({ items }) => items)
  return (
    <Page heading={t(`list.${status}`)}>
      {banner}
      <p className="govuk-body">{t(`list.intro.${status}`)}</p>
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('list.unavailable')} onAgain={() => void refetch()} />}
      {merges?.length === 0 && <p className="govuk-body">{t(`list.none.${status}`)}</p>}
      {merges?.map((merge) => (
        <Merge key={merge.id} merge={merge} onDone={say} />
      ))}
      <ShowMore list={list} text={t('list.earlier')} />
      <button
        type="button"
        className="linkish"
        onClick={() => setStatus(status === 'suggested' ? 'merged' : 'suggested')}
      >
        {t(`list.other.${status}`)}
      </button>
    </Page>
  )
}

function Merge({ merge, onDone }: { merge: PersonMerge; onDone: (text: string) => void }) {
  const { t } = useTranslation(['merge', 'person', 'common'])
  const form = useForm({ reason: '' })
  const decide = useDecideMerge(merge.id)
  const names = { merged: merge.merged.name, kept: merge.kept.name }

  function send(decision: Decision, done: 'merged' | 'declined' | 'undone') {
    decide.mutate(decision, {
      onSuccess: () => onDone(t(`done.${done}`, names)),
      onError: (error) => form.fail(formErrors(error, 'merge:error')),
    })
  }

  const sides = [merge.kept, merge.merged]
  const row = (key: 'name' | 'reference' | 'born' | 'bookings' | 'conversations', cells: (string | number)[]) => ({
    key,
    cells: [t(`row.${key}`), ...cells],
  })
  return (
    <section className="card">
      <FormSummary errors={form.errors} />
      <Table
        caption={t('list.card', names)}
        captionClassName="govuk-table__caption--m"
        className="two-people"
        firstCellIsHeader
        head={[{ text: t('common:theirs.field') }, { text: t('row.kept') }, { text: t('row.merged') }]}
        rows={[
          row(
            'name',
            sides.map(({ name }) => name),
          ),
          row(
            'reference',
            sides.map(({ reference }) => reference),
          ),
          row(
            'born',
            sides.map(({ bornYear }) => bornYear ?? t('person:none')),
          ),
          row(
            'bookings',
            sides.map(({ bookings }) => bookings),
          ),
          row(
            'conversations',
            sides.map(({ conversations }) => conversations),
          ),
        ]}
      />
      <p className="govuk-body">
        {t('act.suggested', {
          name: merge.suggested.byName ?? t('formerMember'),
          when: dateAndTime(merge.suggested.at),
        })}
      </p>
      <p className="govuk-body">{merge.suggested.reason}</p>
      {merge.status === 'suggested' ? (
        <div className="govuk-button-group">
          <Button type="button" busy={decide.isPending} onClick={() => send('merge', 'merged')}>
            {t('merge')}
          </Button>
          <Button
            type="button"
            className="govuk-button--secondary"
            busy={decide.isPending}
            onClick={() => send('decline', 'declined')}
          >
            {t('decline')}
          </Button>
        </div>
      ) : (
        <Details summary={t('undo')}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              const reason = form.values.reason.trim()
              const wrong = reason ? [] : [{ field: 'reason' as const, text: t('error.reason.NotBlank') }]
              if (!form.fail(wrong)) send({ undo: reason }, 'undone')
            }}
          >
            <Textarea
              label={{ text: t('undoReason') }}
              rows={2}
              error={form.error('reason')}
              {...form.text('reason')}
            />
            <Button busy={decide.isPending}>{t('undo')}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}
