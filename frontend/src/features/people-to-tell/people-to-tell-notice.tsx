import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'

/** A notice on the board of a hub while people must be told that their booking has changed. */
export function PeopleToTellNotice({ hubId, count }: { hubId: string; count: number }) {
  const { t } = useTranslation('people-to-tell')
  if (count === 0) return null
  return (
    <p className="govuk-body to-finish__tell">
      {t('notice', { count })}{' '}
      <a className="govuk-link" href={paths.peopleToTell(hubId)}>
        {t('noticeLink')}
      </a>
    </p>
  )
}
