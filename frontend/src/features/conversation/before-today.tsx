import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { plainDate } from '../../text/dates'
import { AskReaders } from './ask-readers'
import { personConversationsQuery } from './queries'

const MOST = 5

type Person = Conversation['people'][number]

/** The last records about each person, without their words. */
export function BeforeToday({ conversationId, people }: { conversationId: string; people: Person[] }) {
  const { t } = useTranslation('conversation')
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('before.heading')}</h2>
      {people.map((person) => (
        <div key={person.personId}>
          {people.length > 1 && <h3 className="govuk-heading-s">{person.name}</h3>}
          <Earlier conversationId={conversationId} person={person} />
        </div>
      ))}
    </section>
  )
}

function Earlier({ conversationId, person }: { conversationId: string; person: Person }) {
  const { t } = useTranslation('conversation')
  const { data, error, isPending, refetch } = useQuery(personConversationsQuery(person.personId))
  if (isPending) return <Loading />
  if (error && !data)
    return <Unavailable error={error} words={t('before.unavailable')} onAgain={() => void refetch()} />
  const earlier = (data?.items ?? []).filter(({ id }) => id !== conversationId).slice(0, MOST)
  if (earlier.length === 0) return <p className="govuk-body-s">{t('before.none')}</p>
  return (
    <ul className="govuk-list record__list">
      {earlier.map(({ id, day, hubName, recordedByName, readable, readerNames }) => (
        <li key={id}>
          {readable ? (
            <a className="govuk-link" href={paths.conversation(id)}>
              {plainDate(day)}
            </a>
          ) : (
            plainDate(day)
          )}
          <span className="record__about">{[hubName, recordedByName].filter(Boolean).join(', ')}</span>
          {!readable && <AskReaders names={readerNames} />}
        </li>
      ))}
    </ul>
  )
}
