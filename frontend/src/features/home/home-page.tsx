import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { redirect } from 'react-router'
import { councilQuery, sessionQuery } from '../../api/queries'
import { Page } from '../../page/page'
import { requireActing } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  /** The start page is where the caller's work is. */
  loader: async () => {
    const now = await requireActing(client)
    if (now.kind === 'operator') return redirect(paths.councils)
    const { me, status } = await client.ensureQueryData(councilQuery())
    if (status === 'setting-up' && me.authorities.includes('council:set-up')) return redirect(paths.setup)
    if (me.authorities.includes('booking:read')) return redirect(paths.today)
    if (me.authorities.includes('session:read')) return redirect(paths.week)
    if (me.authorities.includes('hub:read')) return redirect(paths.hubs)
    return null
  },
  Component: Home,
})

/** For roles that have no pages yet. */
function Home() {
  const { t } = useTranslation()
  const { data: session } = useSuspenseQuery(sessionQuery())
  return (
    <Page heading={t('home.heading', { name: session.name })}>
      <p className="govuk-body">{t('home.nothing')}</p>
    </Page>
  )
}
