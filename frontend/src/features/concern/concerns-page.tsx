import { useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { useStatusMessage } from '../../page/status-message'
import { Unavailable } from '../../page/unavailable'
import { ConcernCard } from './concern-card'
import { concernsQuery } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'concern:read')
    // The page shows at once, and says that its list is on its way.
    void client.prefetchInfiniteQuery(concernsQuery(true))
    return null
  },
  Component: ConcernsPage,
})

/** The worries of members of staff, the last first. */
function ConcernsPage() {
  const { t } = useTranslation('concern')
  const [all, setAll] = useState(false)
  const list = useInfiniteQuery(concernsQuery(!all))
  const { data, error, isPending, refetch } = list
  const { say, banner } = useStatusMessage()
  const concerns = data?.pages.flatMap(({ items }) => items)
  return (
    <Page heading={t('list.heading')} back={{ href: paths.conversations, text: t('list.back') }}>
      {banner}
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('list.unavailable')} onAgain={() => void refetch()} />}
      {concerns?.length === 0 && <p className="govuk-body">{t(all ? 'list.noneAtAll' : 'list.none')}</p>}
      {concerns?.map((concern) => (
        <ConcernCard key={concern.id} concern={concern} onDone={say} />
      ))}
      <ShowMore list={list} text={t('list.earlier')} />
      <button type="button" className="linkish" onClick={() => setAll(!all)}>
        {t(all ? 'list.open' : 'list.all')}
      </button>
    </Page>
  )
}
