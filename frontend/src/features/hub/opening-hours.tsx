import { useTranslation } from 'react-i18next'
import type { Hub } from '../../api/types'
import { timeRange } from '../../text/dates'
import { lookup } from '../../text/lookup'

/** A line for each opening, in the order of the week as the service gives it. */
export function OpeningHours({ hours }: { hours: Hub['openingHours'] }) {
  const { t } = useTranslation('hub')
  if (hours.length === 0) return t('hours.none')
  return (
    <ul className="govuk-list hours">
      {hours.map((opening) => (
        <li key={`${opening.day} ${opening.opens}`}>
          <span className="hours__day">{lookup('common', 'weekday', opening.day)}</span>{' '}
          {timeRange(opening.opens, opening.closes)}
        </li>
      ))}
    </ul>
  )
}
