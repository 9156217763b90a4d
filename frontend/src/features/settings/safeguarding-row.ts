import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SummaryRow } from '../../govuk/summary-list'
import { paths } from '../../page/paths'
import { ownSafeguardingQuery } from './safeguarding'

/** Says whether the council has written its numbers and steps. The rest of the page does not wait for it. */
export function useSafeguardingRow(): SummaryRow {
  const { t } = useTranslation(['settings', 'common'])
  const { data, isError } = useQuery(ownSafeguardingQuery())
  const key = t('settings:summary.safeguarding')
  return {
    key,
    value: !data
      ? isError && t('settings:summary.safeguardingUnknown')
      : data.body.numbers.length === 0
        ? t('settings:summary.safeguardingNot')
        : t('settings:summary.safeguardingNumbers', { count: data.body.numbers.length }),
    actions: [{ text: t('common:change'), href: paths.settingsPart('safeguarding'), hidden: key }],
  }
}
