import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../page/authorities'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { listOf } from '../../text/dates'
import { concernsQuery } from './queries'

const ASK_AGAIN_MS = 20_000

/** Says that members of staff have sent what worries them, and who did, until it is read and acted on. */
export function NewConcerns() {
  const { t } = useTranslation(['concern', 'common'])
  const may = useMay()
  const { data, error, refetch } = useInfiniteQuery({
    ...concernsQuery(true),
    enabled: may('concern:read'),
    refetchInterval: ASK_AGAIN_MS,
  })
  if (error && !data)
    return <Unavailable error={error} words={t('concern:list.unavailable')} onAgain={() => void refetch()} />
  const open = data?.pages.flatMap(({ items }) => items) ?? []
  if (open.length === 0) return null
  const names = [...new Set(open.map(({ writtenByName }) => writtenByName ?? t('common:aColleague')))]
  return (
    <p className="govuk-body status status--late" role="status">
      {t('concern:new', { count: open.length, names: listOf(names) })}{' '}
      <a className="govuk-link" href={paths.concerns}>
        {t('concern:see')}
      </a>
    </p>
  )
}
