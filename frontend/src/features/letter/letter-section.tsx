import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { lettersQuery } from './queries'

interface LetterSectionProps {
  conversationId: string
  people: Conversation['people']
}

/** The letters of a record, what a person sees differently, and the record on paper. */
export function LetterSection({ conversationId, people }: LetterSectionProps) {
  const { t } = useTranslation(['letter', 'common'])
  const { data, error, refetch } = useQuery(lettersQuery(conversationId))
  const differently = data?.items.filter((letter) => letter.differently.text.trim()) ?? []
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('letter:heading')}</h2>
      <ul className="govuk-list record__list">
        {people.map(({ personId, name }) => (
          <li key={personId}>
            <a className="govuk-link" href={paths.letter(conversationId, personId)}>
              {t('letter:section.letterTo', { name })}
            </a>
          </li>
        ))}
        <li>
          <a className="govuk-link" href={paths.wholeRecord(conversationId)}>
            {t('letter:section.whole')}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={paths.worry(conversationId)} target="_blank" rel="noreferrer">
            <Trans t={t} i18nKey="common:navigation.worry" components={{ hidden: <Hidden /> }} />
          </a>
        </li>
      </ul>
      {error && !data && (
        <Unavailable error={error} words={t('letter:section.unavailable')} onAgain={() => void refetch()} />
      )}
      {differently.map(({ personId, name, differently: { text, changedAt, changedByName } }) => (
        <div key={personId}>
          <h3 className="govuk-heading-s">{t('letter:section.differently', { name })}</h3>
          <p className="govuk-body record__words">{text}</p>
          {changedAt && (
            <p className="govuk-body-s">
              {t('letter:writtenDown', { name: changedByName ?? t('common:aColleague'), time: dateAndTime(changedAt) })}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
