import { type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SupportAccess, SupportBanner } from './support-access'
import { supportQuery } from './queries'
import { Page } from '../../page/page'
import { requireWork } from '../../page/guards'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireWork(client)
    void client.prefetchQuery(supportQuery())
    return null
  },
  Component: SupportPage,
})

/** Support access, for every member of the team. */
function SupportPage() {
  const { t } = useTranslation('support')
  return (
    <Page heading={t('pageHeading')} wide>
      <SupportBanner />
      <SupportAccess />
    </Page>
  )
}
