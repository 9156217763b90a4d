import { useQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { count } from '../file-import/import-report'
import { HubSearch } from './hub-search'
import { HubTable } from './hub-table'
import { HUBS_PER_PAGE, hubsQuery } from './queries'
import { ButtonLink } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { Page } from '../../page/page'
import { pageAsked, Pages } from '../../page/pages'
import { useFlashMessage } from '../../page/flash-message'
import { requireActing } from '../../page/guards'
import { paths } from '../../page/paths'
import { Link } from '../../page/link'

interface Asked {
  search: string
  page: number
  /** A hub is chosen to see its day. */
  forToday: boolean
}

function asked(params: URLSearchParams): Asked {
  return {
    search: params.get('search') ?? '',
    page: pageAsked(params),
    forToday: params.get('for') === 'today',
  }
}

function address({ search, page, forToday }: Asked): string {
  const params = new URLSearchParams()
  if (search) params.set('search', search)
  if (page > 0) params.set('page', String(page + 1))
  if (forToday) params.set('for', 'today')
  const query = params.toString()
  return query ? `${paths.hubs}?${query}` : paths.hubs
}

/** First, last, and the pages around this one. */
export const page = (client: QueryClient) => ({
  loader: async ({ request }: LoaderFunctionArgs) => {
    await requireActing(client)
    const { search, page } = asked(new URL(request.url).searchParams)
    return client.ensureQueryData({ ...hubsQuery(search, page), revalidateIfStale: true })
  },
  Component: Hubs,
})

function Hubs() {
  const { t } = useTranslation('hub')
  const navigate = useNavigate()
  const may = useMay()
  const flash = useFlashMessage<string>()
  const [params] = useSearchParams()
  const now = asked(params)
  const { data } = useQuery(hubsQuery(now.search, now.page))
  if (!data) return null
  const pages = Math.ceil(data.total / HUBS_PER_PAGE)
  const link = (to: number) => address({ ...now, page: to })
  const from = now.page * HUBS_PER_PAGE + 1
  const to = now.page * HUBS_PER_PAGE + data.items.length
  return (
    <Page heading={now.forToday ? t('list.chooseForToday') : t('heading')} wide>
      {flash && (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{flash}</p>
        </NotificationBanner>
      )}
      {data.total === 0 && !now.search ? (
        <>
          <p className="govuk-body-l">{t('list.empty')}</p>
          <p className="govuk-body">{t(may('hub:write') ? 'list.emptyLead' : 'list.emptyOther')}</p>
          {may('hub:write') && (
            <div className="govuk-button-group">
              <ButtonLink href={paths.newHub}>{t('new.heading')}</ButtonLink>
              <ButtonLink className="govuk-button--secondary" href={paths.importHubs}>
                {t('importButton')}
              </ButtonLink>
            </div>
          )}
        </>
      ) : (
        <>
          <div className="tools">
            <HubSearch
              key={now.search}
              search={now.search}
              onSearch={(search) => void navigate(address({ ...now, search, page: 0 }))}
            />
            {may('hub:write') && (
              <div className="govuk-button-group">
                <ButtonLink className="govuk-button--secondary" href={paths.newHub}>
                  {t('new.heading')}
                </ButtonLink>
                <ButtonLink className="govuk-button--secondary" href={paths.importHubs}>
                  {t('importButton')}
                </ButtonLink>
              </div>
            )}
          </div>
          {data.total === 0 ? (
            <>
              <h2 className="govuk-heading-m">{t('list.noMatch', { search: now.search })}</h2>
              <p className="govuk-body">
                <Trans
                  t={t}
                  i18nKey="list.noMatchBody"
                  components={{ all: <Link href={address({ ...now, search: '', page: 0 })} /> }}
                />
              </p>
            </>
          ) : (
            <section className="card">
              <p className="govuk-body card__note">
                {pages > 1
                  ? t('list.range', { from: count(from), to: count(to), total: count(data.total) })
                  : t('list.caption', { count: data.total })}
              </p>
              <HubTable
                hubs={data.items}
                caption={t('heading')}
                address={now.forToday ? (hub) => paths.day(hub.id, 'today') : (hub) => paths.hub(hub.id)}
              />
              <Pages page={now.page} pages={pages} link={link} />
            </section>
          )}
        </>
      )}
    </Page>
  )
}
