import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'
import { listOf } from '../../text/dates'
import { draftsQuery } from '../conversation/queries'

/** Leads to the member's next record of the same day that is not finished, if there is one. */
export function NextToRecord({ day }: { day: string }) {
  const { t } = useTranslation('conclusion')
  const { data } = useInfiniteQuery(draftsQuery('me'))
  const next = data?.pages.flatMap(({ items }) => items).find((each) => each.day === day)
  if (!next) return null
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={paths.conversation(next.id)}>
        {t('record.next', { names: listOf(next.people.map(({ name }) => name)) })}
      </a>
    </p>
  )
}
