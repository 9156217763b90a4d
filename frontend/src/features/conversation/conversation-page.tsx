import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { QUERY } from '../../api/query-keys'
import type { Conversation } from '../../api/types'
import { ButtonLink } from '../../govuk/button'
import { classes } from '../../govuk/classes'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { readDraft } from '../../page/draft'
import { useFlashMessage } from '../../page/flash-message'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { listOf, plainDate } from '../../text/dates'
import { AboutMePanels } from '../about-me/about-me-panels'
import { LetterSection } from '../letter/letter-section'
import { BeforeToday } from './before-today'
import { NextSteps } from '../step/next-steps'
import { ConnectionsLater } from './connections-later'
import { AskLinks } from '../measure/ask-links'
import { MoveLink, MovesOfRecord } from '../move/moves'
import { DeleteRecord } from './delete-record'
import { emptyBox, isUnsent } from './draft-box'
import type { DraftStore } from './draft-store'
import { openDrafts, useDrafts } from './drafts'
import { FinishedRecord } from '../conclusion/finished-record'
import { PeopleOfRecord } from './people-of-record'
import { PromptBoxes } from './prompt-boxes'
import { promptIds, usePrompts } from './prompts'
import { conversationQuery } from './queries'
import { ReadersOfRecord } from './readers-of-record'
import { SaveState } from './save-state'
import { useWriters } from './use-writers'
import { Visit } from './visit'
import { Writers } from './writers'

/** Puts the boxes of a record into the store, also those in which nothing was ever written. */
function load(store: DraftStore, conversation: Conversation): void {
  const saved = (promptId: string) => conversation.boxes.find((box) => box.promptId === promptId)
  store.load(
    conversation.id,
    promptIds(conversation).map((promptId) => saved(promptId) ?? emptyBox(promptId)),
  )
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<object | null> => {
    await requireAuthority(client, 'conversation:write')
    const store = openDrafts(client)
    const record = client.fetchQuery(conversationQuery(pathParam(args, 'conversationId')))
    const [{ conversation }] = await Promise.all([record, store.prepare()])
    load(store, conversation)
    // Without the key of this device nothing can be taken over yet. A later page tries again.
    await store.takeOver().catch(() => undefined)
    return ((await readDraft(args.request)) as object | undefined) ?? null
  },
  Component: ConversationPage,
})

function ConversationPage() {
  const conversationId = pathParam({ params: useParams() }, 'conversationId')
  const { conversation } = useSuspenseQuery(conversationQuery(conversationId)).data
  return conversation.status === 'finished' ? (
    <FinishedRecord key={conversationId} conversation={conversation} />
  ) : (
    <ConversationRecord key={conversationId} conversationId={conversationId} />
  )
}

function ConversationRecord({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation(['conversation', 'conclusion'])
  const may = useMay()
  const client = useQueryClient()
  const store = openDrafts(client)
  const { data, error } = useSuspenseQuery(conversationQuery(conversationId))
  const { conversation, tag } = data
  const isDeleted = error instanceof Problem && error.status === 404
  const prompts = usePrompts(conversation)
  const drafts = useDrafts(store).filter((draft) => draft.conversationId === conversationId)
  const { writers, writeIn } = useWriters(conversationId, Number(tag.replaceAll('"', '')), store)
  const flash = useFlashMessage<string>()
  const [listening, setListening] = useState(false)
  const [current, setCurrent] = useState((prompts.find(({ main }) => main) ?? prompts[0])?.id)
  useEffect(() => load(store, conversation), [store, conversation])
  // Another member of staff has finished the record. It is read again, and then offers the words that were not saved.
  const isOver = drafts.some(({ problem }) => problem?.type === 'conversation-finished')
  useEffect(() => {
    if (isOver) void client.invalidateQueries({ queryKey: [QUERY.conversation, conversationId], exact: true })
  }, [isOver, client, conversationId])

  const { day, hubId, hubName, people } = conversation
  const isEmpty = conversation.boxes.length === 0 && !drafts.some(isUnsent)
  const back =
    hubId && may('booking:read')
      ? { href: paths.day(hubId, day), text: t('backToDay') }
      : { href: paths.conversations, text: t('backToList') }
  return (
    <Page
      heading={t('heading', { names: listOf(people.map(({ name }) => name)) })}
      caption={hubName ? t('caption', { date: plainDate(day), hub: hubName }) : plainDate(day)}
      back={back}
      wide
      beside={
        <div className="days-nav">
          <button
            type="button"
            className={classes('btn', listening && 'btn--on')}
            aria-pressed={listening}
            onClick={() => setListening(!listening)}
          >
            {t('listen')}
          </button>
          <a className="btn btn--quiet" href={paths.conversationHistory(conversationId)}>
            {t('history.link')}
          </a>
        </div>
      }
    >
      {isDeleted && (
        <InsetText role="alert">
          <p>{t('delete.gone')}</p>
        </InsetText>
      )}
      <div className={classes('record', listening && 'record--listening')}>
        <div className="record__state">
          <SaveState drafts={drafts} />
          {!listening && <Writers writers={writers} prompts={prompts} />}
        </div>
        {!listening && <AboutMePanels conversationId={conversationId} people={people} />}
        <div className="record__boxes">
          {flash && <NotificationBanner success>{flash}</NotificationBanner>}
          {!listening && <MovesOfRecord conversationId={conversationId} />}
          <PromptBoxes
            {...{ prompts, drafts, store }}
            only={listening ? current : undefined}
            onFocus={(promptId) => {
              setCurrent(promptId)
              writeIn(promptId)
            }}
          />
          {!listening && <NextSteps conversation={conversation} words={drafts.map(({ text }) => text)} />}
          {!listening && <ConnectionsLater conversation={conversation} />}
          {!listening && (
            <div className="govuk-button-group">
              <ButtonLink href={paths.finishConversation(conversationId)} onClick={() => store.sendAll()}>
                {t('conclusion:link')}
              </ButtonLink>
              <ButtonLink
                className="govuk-button--secondary"
                href={paths.conversations}
                onClick={() => store.sendAll()}
              >
                {t('later')}
              </ButtonLink>
              {isEmpty && !isDeleted && <DeleteRecord conversationId={conversationId} writers={writers} />}
            </div>
          )}
        </div>
        {!listening && (
          <div className="record__beside">
            <BeforeToday conversationId={conversationId} people={people} />
            <PeopleOfRecord {...{ conversationId, people, tag }} />
            <MoveLink conversationId={conversationId} />
            <ReadersOfRecord conversation={conversation} />
            <Visit conversation={conversation} />
            <LetterSection conversationId={conversationId} people={people} />
            <AskLinks conversationId={conversationId} people={people} />
          </div>
        )}
      </div>
    </Page>
  )
}
