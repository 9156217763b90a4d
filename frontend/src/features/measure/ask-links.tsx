import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { paths } from '../../page/paths'

interface AskLinksProps {
  conversationId: string
  people: Conversation['people']
}

/** A link for each person of a record to ask how things are. The record never waits for an answer. */
export function AskLinks({ conversationId, people }: AskLinksProps) {
  const { t } = useTranslation('measure')
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('section')}</h2>
      <ul className="govuk-list record__list">
        {people.map(({ personId, name }) => (
          <li key={personId}>
            <a className="govuk-link" href={paths.askMeasure(personId, conversationId)}>
              {t('linkFor', { name })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
