import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { Pagination } from '../../govuk/pagination'
import { useMay } from '../../page/authorities'
import { requireAuthority } from '../../page/guards'
import { useLate } from '../../page/late'
import { useMedia } from '../../page/media'
import { useNow } from '../../page/now'
import { Page } from '../../page/page'
import { unreadable } from '../../page/problem-text'
import { addDays, longDate, today as todayAt } from '../../text/dates'
import { HubSearch } from '../hub/hub-search'
import { weekQuery } from './queries'
import { mondayOf, weekAddress, weekAsked } from './week-address'
import { WeekDays, WeekTable } from './week-table'

export const page = (client: QueryClient) => ({
  loader: async ({ request }: LoaderFunctionArgs) => {
    await requireAuthority(client, 'session:read')
    const { monday, search, page } = weekAsked(new URL(request.url).searchParams)
    return client.ensureQueryData({ ...weekQuery(monday, search, page), revalidateIfStale: true })
  },
  Component: WeekPage,
})

/** From here on the seven days fit beside each other. */
const ROOM = '(min-width: 1001px)'

/** One week at all hubs: numbers only, for staff and leads. */
function WeekPage() {
  const { t } = useTranslation(['week', 'common'])
  const navigate = useNavigate()
  const today = todayAt(useNow())
  const room = useMedia(ROOM)
  const may = useMay()
  const { part: overdue } = useLate(may('overdue:read'), () => import('./overdue-work'))
  const [params] = useSearchParams()
  const asked = weekAsked(params)
  const { monday, search, page } = asked
  const { data: week, error, isError } = useQuery(weekQuery(monday, search, page))
  const present = monday === mondayOf(today)
  const link = (change: Partial<typeof asked>) => weekAddress({ ...asked, ...change })
  const caption = t('week:caption', { from: longDate(monday), to: longDate(addDays(monday, 6)) })
  const Shown = room ? WeekTable : WeekDays
  return (
    <Page
      heading={present ? t('week:heading') : caption}
      title={caption}
      caption={present && caption}
      wide
      beside={
        <nav className="days-nav" aria-label={t('week:weeks')}>
          <a className="btn btn--quiet" href={link({ monday: addDays(monday, -7) })} rel="prev">
            <span aria-hidden="true">‹ </span>
            {t('week:previous')}
          </a>
          {!present && (
            <a className="btn btn--quiet" href={link({ monday: mondayOf(today) })}>
              {t('week:this')}
            </a>
          )}
          <a className="btn btn--quiet" href={link({ monday: addDays(monday, 7) })} rel="next">
            {t('week:next')}
            <span aria-hidden="true"> ›</span>
          </a>
        </nav>
      }
    >
      <div className="tools">
        <HubSearch key={search} search={search} onSearch={(words) => void navigate(link({ search: words, page: 0 }))} />
        <Button type="button" className="govuk-button--secondary" onClick={() => window.print()}>
          {t('common:button.print')}
        </Button>
      </div>
      {isError && <InsetText role="alert">{unreadable(error, t('week:unavailable'))}</InsetText>}
      {week && week.items.length === 0 && (
        <p className="govuk-body-l">{search ? t('week:noMatch', { search }) : t('week:noHubs')}</p>
      )}
      {week && week.items.length > 0 && (
        <>
          {week.items.every(({ sessions }) => sessions.length === 0) && <InsetText>{t('week:empty')}</InsetText>}
          <Shown week={week} today={today} caption={caption} />
        </>
      )}
      {week && (page > 0 || week.next != null) && (
        <Pagination
          previous={page > 0 ? { href: link({ page: page - 1 }) } : undefined}
          next={week.next == null ? undefined : { href: link({ page: page + 1 }) }}
        />
      )}
      {overdue && <overdue.OverdueWorkOfHubs />}
    </Page>
  )
}
