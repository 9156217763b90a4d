import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types'
import { Tag } from '../../govuk/tag'
import { useMay } from '../../page/authorities'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { communicationQuery } from './queries'

const OF_COMMUNICATION: Person['needs'] = ['hearing-loop', 'bsl', 'interpreter', 'large-print']

/** The communication needs of a person as flags, with the format of letters and the next review. */
export function CommunicationSection({ person }: { person: Person }) {
  const { t } = useTranslation('about-me')
  const may = useMay()
  const { data, error, isPending, refetch } = useQuery(communicationQuery(person.id))
  const needs = person.needs.filter((need) => OF_COMMUNICATION.includes(need))
  const communication = data?.communication
  return (
    <section className="card" aria-labelledby="communication">
      <h2 className="govuk-heading-s" id="communication">
        {t('communication.heading')}
      </h2>
      <p className="govuk-body">
        {needs.length === 0 && t('communication.noNeeds')}
        {needs.map((need) => (
          <span key={need}>
            <Tag className="govuk-tag--purple">{lookup('person', 'need', need)}</Tag>{' '}
          </span>
        ))}
      </p>
      {isPending && <Loading />}
      {error && !data && (
        <Unavailable error={error} words={t('communication.unavailable')} onAgain={() => void refetch()} />
      )}
      {communication && (
        <>
          {(needs.length > 0 || communication.letterFormat || communication.reviewOn) && (
            <ul className="govuk-list">
              <li>{t('communication.letters', { format: t(`format.${communication.letterFormat ?? 'unknown'}`) })}</li>
              <li>
                {communication.reviewOn
                  ? t('communication.review', { day: plainDate(communication.reviewOn) })
                  : t('communication.noReview')}{' '}
                {communication.overdue && <Tag className="govuk-tag--red">{t('communication.overdue')}</Tag>}
              </li>
            </ul>
          )}
          {may('person:write') && (
            <a className="govuk-link govuk-body" href={paths.communication(person.id)}>
              {t('communication.change')}
            </a>
          )}
        </>
      )}
    </section>
  )
}
