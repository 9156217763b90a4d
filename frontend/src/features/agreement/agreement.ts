import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../../api/queries'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'
import { agreementQuery } from './queries'

export const loadAgreement = (client: QueryClient) => async () => {
  await requireAuthority(client, 'council:set-up')
  return client.ensureQueryData({ ...agreementQuery(), revalidateIfStale: true })
}

/** The page before the agreement: the set-up until the council is live, then the settings. */
export function useHome() {
  const { t } = useTranslation('common')
  const { data: council } = useSuspenseQuery(councilQuery())
  return council.status === 'setting-up'
    ? { href: paths.setup, text: t('backToSetUp') }
    : { href: paths.settings, text: t('backToSettings') }
}
