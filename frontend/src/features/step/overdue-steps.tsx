import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { Unavailable } from '../../page/unavailable'
import { plainDate } from '../../text/dates'
import { openStepsQuery } from './queries'

/** The caller's own steps whose day has passed, each with a link to its record; nothing if there is none. */
export function OverdueSteps({ namesHidden }: { namesHidden: boolean }) {
  const { t } = useTranslation('step')
  const list = useInfiniteQuery(openStepsQuery({ ownedBy: 'me', due: 'overdue' }))
  const { data, error, refetch } = list
  if (error && !data) return <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />
  const steps = data?.pages.flatMap(({ items }) => items) ?? []
  if (steps.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">{t('overdue.heading')}</h3>
      {namesHidden ? (
        <p className="govuk-body">{t('overdue.hidden')}</p>
      ) : (
        <ul className="govuk-list">
          {steps.map(({ step: { id, conversationId, details } }) => (
            <li key={id} className="breaks">
              <a className="govuk-link" href={paths.conversation(conversationId)}>
                {details.what}
              </a>{' '}
              {details.due && t('by', { day: plainDate(details.due) })}
            </li>
          ))}
        </ul>
      )}
      <ShowMore list={list} text={t('open.more')} />
    </>
  )
}
