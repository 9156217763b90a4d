import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SummaryRow } from '../../govuk/summary-list'
import { paths } from '../../page/paths'
import { secondFactorRuleQuery } from './second-factor'

/** Says whom the council asks for a second factor. The rest of the page does not wait for it. */
export function useSecondFactorRow(): SummaryRow {
  const { t } = useTranslation(['settings', 'common'])
  const { data, isError } = useQuery(secondFactorRuleQuery())
  const key = t('settings:summary.secondFactor')
  return {
    key,
    value: !data
      ? isError && t('settings:summary.secondFactorUnknown')
      : t(data.everybody ? 'settings:secondFactor.everybody' : 'settings:secondFactor.leadsAndPractitioners'),
    actions: [{ text: t('common:change'), href: paths.settingsPart('second-factor'), hidden: key }],
  }
}
