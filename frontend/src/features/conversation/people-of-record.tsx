import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { paths } from '../../page/paths'
import { PersonCombobox } from '../person/person-combobox'
import { useChangePeople } from './queries'
import { refusedText } from './save-state'
import { Problem } from '../../api/problem'

interface PeopleOfRecordProps {
  conversationId: string
  people: Conversation['people']
  tag: string
}

/** The people whom the record is about. One always stays. */
export function PeopleOfRecord({ conversationId, people, tag }: PeopleOfRecordProps) {
  const { t } = useTranslation(['conversation', 'common'])
  const [adding, setAdding] = useState(false)
  const { mutate, error, isPending } = useChangePeople(conversationId)
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('conversation:people.heading')}</h2>
      {error && <ErrorMessage>{refusedText(error instanceof Problem ? error : Problem.unreachable())}</ErrorMessage>}
      <ul className="govuk-list record__list">
        {people.map(({ personId, name, reference }) => (
          <li key={personId}>
            <a className="govuk-link" href={paths.person(personId)}>
              {name}
            </a>{' '}
            <span className="reference">{reference}</span>
            {people.length > 1 && (
              <button
                type="button"
                className="linkish"
                onClick={() => !isPending && mutate({ change: { remove: personId }, tag })}
              >
                <Trans
                  t={t}
                  i18nKey="conversation:people.remove"
                  values={{ name }}
                  components={{ hidden: <Hidden /> }}
                />
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <>
          <PersonCombobox
            id="another-person"
            label={t('conversation:people.who')}
            onPick={({ id }) => {
              mutate({ change: { add: id }, tag })
              setAdding(false)
            }}
          />
          <button type="button" className="linkish" onClick={() => setAdding(false)}>
            {t('common:cancel')}
          </button>
        </>
      ) : (
        <button type="button" className="btn" onClick={() => setAdding(true)}>
          {t('conversation:people.add')}
        </button>
      )}
    </section>
  )
}
