import { useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { ButtonLink } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { useFlashMessage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { SearchForm } from '../../page/search-form'
import { ShowMore } from '../../page/show-more'
import { Unavailable } from '../../page/unavailable'
import { AssetTable } from './asset-table'
import { assetsQuery, LEAST_LETTERS } from './queries'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'asset:read'),
  Component: Assets,
})

function address(search: string, off: boolean): string {
  const params = new URLSearchParams()
  if (search) params.set('search', search)
  if (off) params.set('list', 'off')
  const query = params.toString()
  return query ? `${paths.assets}?${query}` : paths.assets
}

/** The council's own list of groups, places and activities. */
function Assets() {
  const { t } = useTranslation('asset')
  const navigate = useNavigate()
  const may = useMay()
  const flash = useFlashMessage<string>()
  const [params] = useSearchParams()
  const search = params.get('search') ?? ''
  const off = params.get('list') === 'off'
  const list = useInfiniteQuery(assetsQuery(search, !off))
  const { data, error, isPending, refetch } = list
  const assets = data?.pages.flatMap(({ items }) => items)
  const none = assets?.length === 0
  return (
    <Page heading={t(off ? 'list.off' : 'heading')} wide>
      {flash && (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{flash}</p>
        </NotificationBanner>
      )}
      <div className="tools">
        <SearchForm
          key={search}
          label={t('search')}
          search={search}
          onSearch={(text) => void navigate(address(text, off))}
        />
        {may('asset:write') && (
          <div className="govuk-button-group">
            <ButtonLink className="govuk-button--secondary" href={paths.newAsset}>
              {t('new.heading')}
            </ButtonLink>
            <ButtonLink className="govuk-button--secondary" href={paths.importAssets}>
              {t('importButton')}
            </ButtonLink>
          </div>
        )}
      </div>
      {isPending && <Loading />}
      {error && !assets && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {none && search && (
        <>
          <h2 className="govuk-heading-m">{t('list.noMatch', { search })}</h2>
          <p className="govuk-body">
            {t(search.length < LEAST_LETTERS ? 'list.tooShort' : 'list.noMatchBody')}{' '}
            <a className="govuk-link" href={address('', off)}>
              {t('list.all')}
            </a>
          </p>
        </>
      )}
      {none && !search && (
        <p className="govuk-body">{t(off ? 'list.noneOff' : may('asset:write') ? 'list.emptyLead' : 'list.empty')}</p>
      )}
      {assets && !none && (
        <section className="card">
          <AssetTable assets={assets} caption={t(off ? 'list.off' : 'heading')} />
          <ShowMore list={list} text={t('list.more')} />
        </section>
      )}
      {may('asset:write') && (
        <p className="govuk-body">
          <a className="govuk-link" href={address('', !off)}>
            {t(off ? 'list.on' : 'list.seeOff')}
          </a>
        </p>
      )}
    </Page>
  )
}
