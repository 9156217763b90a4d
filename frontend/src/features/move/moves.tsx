import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConversationMove } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime, dayAt, listOf, plainDate } from '../../text/dates'
import { movedAwayQuery, movesQuery } from './queries'

/** Says that the record came from another person, by whom and why. */
export function MovesOfRecord({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation(['move', 'common'])
  const { data, error, refetch } = useQuery(movesQuery(conversationId))
  return (
    <>
      {error && !data && <Unavailable error={error} words={t('move:unavailable')} onAgain={() => void refetch()} />}
      {data?.items.map((move) => (
        <InsetText key={move.id}>
          <p className="govuk-body">
            {t('move:here', { name: move.movedByName ?? t('common:aColleague'), at: dateAndTime(move.movedAt) })}
          </p>
          <Why move={move} />
          {move.copiesGivenAt.length > 0 && (
            <p className="govuk-body">
              {t('move:hereCopies', { count: move.copiesGivenAt.length, days: daysOf(move) })}
            </p>
          )}
        </InsetText>
      ))}
    </>
  )
}

/** Leads to the page that moves a record to another person. */
export function MoveLink({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('move')
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={paths.moveConversation(conversationId)}>
        {t('link')}
      </a>
    </p>
  )
}

/** The records that were written for a person by mistake. It says nothing of what is in them, or for whom they are. */
export function MovedAway({ personId }: { personId: string }) {
  const { t } = useTranslation(['move', 'common'])
  const { data, error, refetch } = useQuery(movedAwayQuery(personId))
  if (error && !data) return <Unavailable error={error} words={t('move:unavailable')} onAgain={() => void refetch()} />
  if (!data || data.items.length === 0) return null
  return (
    <section className="card" aria-labelledby="moved-away">
      <h2 className="govuk-heading-m" id="moved-away">
        {t('move:away.heading')}
      </h2>
      {data.items.map((move) => (
        <div key={move.id}>
          <p className="govuk-body">
            {t('move:away.by', {
              day: plainDate(move.day),
              name: move.movedByName ?? t('common:aColleague'),
              at: dateAndTime(move.movedAt),
            })}
          </p>
          {move.reason === undefined ? <p className="govuk-body">{t('move:away.restricted')}</p> : <Why move={move} />}
          {move.copiesGivenAt.length > 0 && (
            <p className="govuk-body">
              {t('move:away.copies', { count: move.copiesGivenAt.length, days: daysOf(move) })}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

function Why({ move: { reason } }: { move: ConversationMove }) {
  const { t } = useTranslation('move')
  return <p className="govuk-body record__words">{t('why', { reason })}</p>
}

function daysOf({ copiesGivenAt }: ConversationMove): string {
  return listOf([...new Set(copiesGivenAt.map((at) => plainDate(dayAt(at))))])
}
