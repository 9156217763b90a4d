import { useTranslation } from 'react-i18next'
import type { PersonToTell } from '../../api/types'
import { telephoneLink } from '../../page/telephone'

/** How to reach a person: a telephone number to press on, an email address, or that there is neither. */
export function Contact({ person }: { person: PersonToTell }) {
  const { t } = useTranslation('people-to-tell')
  if (person.noContact && !person.phone && !person.email) return <p className="govuk-body">{t('noContact')}</p>
  return (
    <ul className="govuk-list">
      {person.phone && (
        <li>
          <a className="govuk-link govuk-!-font-weight-bold" href={telephoneLink(person.phone)}>
            {person.phone}
          </a>
        </li>
      )}
      {person.email && (
        <li className="breaks">
          <a className="govuk-link" href={`mailto:${person.email}`}>
            {person.email}
          </a>
        </li>
      )}
      {person.noContact && <li>{t('askedForNoContact')}</li>}
    </ul>
  )
}
