import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { Unavailable } from '../../page/unavailable'
import { plainDate } from '../../text/dates'
import { overdueReviewsQuery } from './queries'

/** The people whose communication needs are overdue for a review. Without one, nothing is shown. */
export function OverdueReviews() {
  const { t } = useTranslation('about-me')
  const list = useInfiniteQuery(overdueReviewsQuery())
  const { data, error, refetch } = list
  const reviews = data?.pages.flatMap(({ items }) => items) ?? []
  if (error && !data)
    return <Unavailable error={error} words={t('reviews.unavailable')} onAgain={() => void refetch()} />
  if (reviews.length === 0) return null
  return (
    <section className="card" aria-labelledby="overdue-reviews">
      <h2 className="govuk-heading-s" id="overdue-reviews">
        {t('reviews.heading')}
      </h2>
      <ul className="govuk-list">
        {reviews.map(({ personId, name, reviewOn }) => (
          <li key={personId}>
            <a className="govuk-link" href={paths.communication(personId)}>
              {name}
            </a>{' '}
            {t('reviews.since', { day: plainDate(reviewOn) })}
          </li>
        ))}
      </ul>
      <ShowMore list={list} text={t('reviews.more')} />
    </section>
  )
}
