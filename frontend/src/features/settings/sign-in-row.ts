import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SummaryRow } from '../../govuk/summary-list'
import { paths } from '../../page/paths'
import { signInProviderQuery } from './sign-in'

/** Says whether staff sign in with the council's own accounts. The rest of the page does not wait for it. */
export function useSignInRow(): SummaryRow {
  const { t } = useTranslation(['settings', 'common'])
  const { data, isError } = useQuery(signInProviderQuery())
  const key = t('settings:signIn.row')
  const provider = data?.body.provider
  return {
    key,
    value: !provider
      ? isError && t('settings:summary.safeguardingUnknown')
      : provider.enabled
        ? t('settings:signIn.on', { domains: provider.domains.join(', ') })
        : t(provider.issuer ? 'settings:signIn.off' : 'settings:signIn.not'),
    actions: [{ text: t('common:change'), href: paths.settingsPart('sign-in'), hidden: key }],
  }
}
