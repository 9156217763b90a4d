import { useInfiniteQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import type { ConversationRevision } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { pathParam, requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime, dayAt, listOf, timeAt } from '../../text/dates'
import { usePrompts } from './prompts'
import { conversationQuery, revisionsQuery } from './queries'
import { differences, type Part } from './text-differences'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<null> => {
    await requireAuthority(client, 'conversation:read')
    const conversationId = pathParam(args, 'conversationId')
    await client.ensureQueryData({ ...conversationQuery(conversationId), revalidateIfStale: true })
    void client.prefetchInfiniteQuery(revisionsQuery(conversationId))
    return null
  },
  Component: HistoryPage,
})

/** The earlier texts of the boxes of a record, the latest first, with what each writing changed. */
function HistoryPage() {
  const { t } = useTranslation('conversation')
  const conversationId = pathParam({ params: useParams() }, 'conversationId')
  const { conversation } = useSuspenseQuery(conversationQuery(conversationId)).data
  const prompts = usePrompts(conversation)
  const list = useInfiniteQuery(revisionsQuery(conversationId))
  const { data, error, isPending, hasNextPage, refetch } = list
  const revisions = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page
      heading={t('history.heading')}
      caption={t('heading', { names: listOf(conversation.people.map(({ name }) => name)) })}
      back={{ href: paths.conversation(conversationId), text: t('history.back') }}
    >
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('history.unavailable')} onAgain={() => void refetch()} />}
      {data && revisions.length === 0 && <p className="govuk-body">{t('history.none')}</p>}
      {revisions.map((revision, at) => {
        const before = revisions.slice(at + 1).find(({ promptId }) => promptId === revision.promptId)
        return (
          <Revision
            key={revision.id}
            revision={revision}
            heading={prompts.find(({ id }) => id === revision.promptId)?.heading ?? ''}
            // What was before the oldest one that is shown is not known yet.
            parts={before || !hasNextPage ? differences(before?.text ?? '', revision.text) : undefined}
          />
        )
      })}
      <ShowMore list={list} text={t('history.earlier')} />
    </Page>
  )
}

interface RevisionProps {
  revision: ConversationRevision
  heading: string
  parts: Part[] | undefined
}

function Revision({ revision, heading, parts }: RevisionProps) {
  const { t } = useTranslation(['conversation', 'common'])
  const { writtenFrom, writtenUntil, byName = t('common:aColleague'), text } = revision
  const until = dayAt(writtenFrom) === dayAt(writtenUntil) ? timeAt(writtenUntil) : dateAndTime(writtenUntil)
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{heading}</h2>
      <p className="govuk-body-s">
        {writtenFrom === writtenUntil
          ? t('conversation:history.at', { time: dateAndTime(writtenFrom), name: byName })
          : t('conversation:history.during', { from: dateAndTime(writtenFrom), until, name: byName })}
      </p>
      <p className="govuk-body record__words">
        {parts ? parts.map((part, at) => <Shown part={part} key={at} />) : text}
      </p>
    </section>
  )
}

/** A part of a text. What was added or removed is said in words as well, for those who do not see the marks. */
function Shown({ part: { kind, text } }: { part: Part }) {
  const { t } = useTranslation('conversation')
  if (kind === 'same') return <Fragment>{text}</Fragment>
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className={`record__${kind}`}>
      <Hidden>{t(`history.${kind}`)}</Hidden>
      {text}
    </Mark>
  )
}
