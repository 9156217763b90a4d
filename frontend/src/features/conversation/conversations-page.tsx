import { useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { ConversationSummary } from '../../api/types'
import { ButtonLink } from '../../govuk/button'
import { classes } from '../../govuk/classes'
import { NotificationBanner } from '../../govuk/notification-banner'
import { Table } from '../../govuk/table'
import { useFlashMessage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime, listOf, plainDate } from '../../text/dates'
import { NewConcerns } from '../concern/new-concerns'
import { OpenSteps } from '../step/open-steps'
import { AskReaders } from './ask-readers'
import { draftsQuery } from './queries'

type By = 'me' | 'all'

function by(params: URLSearchParams): By {
  return params.get('by') === 'all' ? 'all' : 'me'
}

export const page = (client: QueryClient) => ({
  loader: async ({ request }: LoaderFunctionArgs): Promise<null> => {
    await requireAuthority(client, 'conversation:read')
    // The page shows at once, and says that its list is on its way.
    void client.prefetchInfiniteQuery(draftsQuery(by(new URL(request.url).searchParams)))
    return null
  },
  Component: ConversationsPage,
})

/** The records that are not finished: the member's own, or everyone's. */
function ConversationsPage() {
  const { t } = useTranslation(['conversation', 'concern', 'common'])
  const whose = by(useSearchParams()[0])
  const list = useInfiniteQuery(draftsQuery(whose))
  const { data, error, isPending, refetch } = list
  const drafts = data?.pages.flatMap(({ items }) => items)
  const flash = useFlashMessage<string>()
  return (
    <Page heading={t('conversation:list.heading')} wide>
      {flash && (
        <NotificationBanner success className="page__notice">
          {flash}
        </NotificationBanner>
      )}
      <div className="tools">
        <ButtonLink href={paths.newConversation()}>{t('conversation:list.new')}</ButtonLink>
        <nav className="days-nav" aria-label={t('conversation:list.whose')}>
          {(['me', 'all'] as const).map((each) => (
            <a
              key={each}
              className={classes('btn', each === whose && 'btn--on')}
              href={paths.conversationsBy(each)}
              aria-current={each === whose ? 'page' : undefined}
            >
              {t(`conversation:list.by.${each}`)}
            </a>
          ))}
        </nav>
      </div>
      <NewConcerns />
      <section className="card">
        <h2 className="govuk-heading-m">{t('conversation:list.toFinish')}</h2>
        {isPending && <Loading />}
        {error && !drafts && (
          <Unavailable error={error} words={t('conversation:list.unavailable')} onAgain={() => void refetch()} />
        )}
        {drafts?.length === 0 && <p className="govuk-body">{t(`conversation:list.none.${whose}`)}</p>}
        {drafts && drafts.length > 0 && <Drafts drafts={drafts} whose={whose} />}
        <ShowMore list={list} text={t('conversation:list.earlier')} />
      </section>
      <OpenSteps choice={{ ownedBy: whose }} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.concerns}>
          {t('concern:list.heading')}
        </a>
      </p>
    </Page>
  )
}

function Drafts({ drafts, whose }: { drafts: ConversationSummary[]; whose: By }) {
  const { t } = useTranslation(['conversation', 'common'])
  return (
    <Table
      className="stacks"
      head={[
        { text: t('common:navigation.people') },
        { text: t('common:label.date') },
        { text: t('conversation:list.where') },
        { text: t('conversation:list.changed') },
        ...(whose === 'all' ? [{ text: t('conversation:list.recordedBy') }] : []),
      ]}
      rows={drafts.map(({ id, people, day, hubName, changedAt, recordedByName, readable, readerNames }) => ({
        key: id,
        cells: [
          readable ? (
            <a className="govuk-link" key="people" href={paths.conversation(id)}>
              {listOf(people.map(({ name }) => name))}
            </a>
          ) : (
            <Fragment key="people">
              {listOf(people.map(({ name }) => name))}
              <AskReaders names={readerNames} />
            </Fragment>
          ),
          plainDate(day),
          hubName ?? t('common:notProvided'),
          dateAndTime(changedAt),
          ...(whose === 'all' ? [recordedByName] : []),
        ],
      }))}
    />
  )
}
