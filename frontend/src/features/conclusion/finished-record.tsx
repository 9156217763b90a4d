import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conclusion, Conversation } from '../../api/types'
import { ButtonLink } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useFlashMessage } from '../../page/flash-message'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime, listOf, plainDate } from '../../text/dates'
import { AboutMePanels } from '../about-me/about-me-panels'
import { AddendumForm } from './addendum-form'
import { BeforeToday } from '../conversation/before-today'
import { ConnectionsLater } from '../conversation/connections-later'
import { ConclusionFacts } from './conclusion-facts'
import { conclusionQuery } from './conclusion-queries'
import { NextToRecord } from './next-to-record'
import { usePrompts } from '../conversation/prompts'
import { ReadersOfRecord } from '../conversation/readers-of-record'
import { LetterSection } from '../letter/letter-section'
import { AskLinks } from '../measure/ask-links'
import { MoveLink, MovesOfRecord } from '../move/moves'
import { NextSteps } from '../step/next-steps'
import { UnsentAsAddendum } from './unsent-as-addendum'
import { useWritten } from './use-written'

/** A finished record: what was written and decided, to read, and what can still be done. */
export function FinishedRecord({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation(['conclusion', 'conversation'])
  const { id, day, hubName, people } = conversation
  const { data, error, isPending, refetch } = useQuery(conclusionQuery(id))
  const conclusion = data?.conclusion
  const flash = useFlashMessage<string>()
  const written = useWritten()
  return (
    <Page
      heading={t('conversation:heading', { names: listOf(people.map(({ name }) => name)) })}
      caption={hubName ? t('conversation:caption', { date: plainDate(day), hub: hubName }) : plainDate(day)}
      back={{ href: paths.conversations, text: t('conversation:backToList') }}
      wide
      beside={
        <a className="btn btn--quiet" href={paths.conversationHistory(id)}>
          {t('conversation:history.link')}
        </a>
      }
    >
      <UnsentAsAddendum conversation={conversation} />
      <div className="record">
        <AboutMePanels conversationId={id} people={people} folded />
        <div className="record__boxes">
          {flash && <NotificationBanner success>{flash}</NotificationBanner>}
          {conclusion && <p className="govuk-body">{written(day, conclusion)}</p>}
          <MovesOfRecord conversationId={id} />
          <Texts conversation={conversation} />
          <NextSteps conversation={conversation} words={[]} />
          <ConnectionsLater conversation={conversation} />
          {isPending && <Loading />}
          {error && !conclusion && (
            <Unavailable error={error} words={t('conclusion:record.unavailable')} onAgain={() => void refetch()} />
          )}
          {conclusion && (
            <>
              <ConclusionFacts conclusion={conclusion} />
              <p className="govuk-body">
                <a className="govuk-link" href={paths.correctConversation(id)}>
                  {t('conclusion:correction.link')}
                </a>
              </p>
              <Addenda conclusion={conclusion} />
              <AddendumForm conversationId={id} />
            </>
          )}
        </div>
        <div className="record__beside">
          {people.map(({ personId, name }) => (
            <ButtonLink key={personId} className="govuk-button--secondary" href={paths.bookPerson(personId)}>
              {t('conclusion:record.follow', { name })}
            </ButtonLink>
          ))}
          <NextToRecord day={day} />
          <BeforeToday conversationId={id} people={people} />
          <ReadersOfRecord conversation={conversation} />
          <MoveLink conversationId={id} />
          <LetterSection conversationId={id} people={people} />
          <AskLinks conversationId={id} people={people} />
        </div>
      </div>
    </Page>
  )
}

function Texts({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conclusion')
  return usePrompts(conversation).flatMap(({ id, heading, main }) => {
    const text = conversation.boxes.find(({ promptId }) => promptId === id)?.text.trim()
    if (!text && !main) return []
    return [
      <section key={id}>
        <h2 className="govuk-heading-m">{heading}</h2>
        <p className={text ? 'govuk-body record__words' : 'govuk-hint'}>{text ?? t('record.empty')}</p>
      </section>,
    ]
  })
}

function Addenda({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation(['conclusion', 'common'])
  if (conclusion.addenda.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('conclusion:addendum.heading')}</h2>
      {conclusion.addenda.map(({ id, text, addedAt, addedByName }) => (
        <article className="card" key={id}>
          <p className="govuk-body-s">
            {t('conclusion:addendum.by', { name: addedByName ?? t('common:aColleague'), at: dateAndTime(addedAt) })}
          </p>
          <p className="govuk-body record__words">{text}</p>
        </article>
      ))}
    </section>
  )
}
