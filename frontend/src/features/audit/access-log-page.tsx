import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { dateAndTime } from '../../text/dates'
import { actor, actionText } from './audit-action'
import { accessLogQuery } from './queries'
import { Pagination } from '../../govuk/pagination'
import { Table } from '../../govuk/table'
import { Page } from '../../page/page'
import { requireAuthority, pathParam } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'person:read')
    return client.ensureQueryData({
      ...accessLogQuery(pathParam(args, 'personId'), after(new URL(args.request.url).searchParams)),
      revalidateIfStale: true,
    })
  },
  Component: AccessLog,
})

function after(asked: URLSearchParams): string | undefined {
  return asked.get('after') ?? undefined
}

/** Shows who read or changed a person's record, and when. */
function AccessLog() {
  const { t } = useTranslation('audit')
  const personId = pathParam({ params: useParams() }, 'personId')
  const [asked] = useSearchParams()
  const { items, next } = useSuspenseQuery(accessLogQuery(personId, after(asked))).data
  const address = paths.accessLog(personId)
  return (
    <Page heading={t('accessLog.heading')} back={{ href: paths.person(personId), text: t('accessLog.back') }} wide>
      <p className="govuk-body">{t('accessLog.intro')}</p>
      <section className="card">
        {items.length === 0 ? (
          <p className="govuk-body">{t('accessLog.none')}</p>
        ) : (
          <Table
            className="stacks"
            caption={t('caption')}
            captionClassName="govuk-table__caption--s"
            head={(['who', 'what', 'when'] as const).map((column) => ({ text: t(`column.${column}`) }))}
            rows={items.map((entry) => ({
              key: entry.id,
              cells: [actor('member', entry.memberName), actionText(entry.kind, entry.action), dateAndTime(entry.at)],
            }))}
          />
        )}
      </section>
      {(next ?? after(asked)) && (
        <Pagination
          label={t('pages')}
          previous={after(asked) ? { href: address, label: t('latest') } : undefined}
          next={next ? { href: `${address}?after=${next}`, label: t('earlier') } : undefined}
        />
      )}
    </Page>
  )
}
