import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { actor, deed, moment } from './audit-action'
import { looksQuery } from './queries'
import { Table } from '../../govuk/table'
import { Page } from '../../page/page'
import { allowed, param } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await allowed(client, 'person:read')
    return client.ensureQueryData({ ...looksQuery(param(args, 'personId')), revalidateIfStale: true })
  },
  Component: Looks,
})

function Looks() {
  const { t } = useTranslation('audit')
  const personId = param({ params: useParams() }, 'personId')
  const { looks } = useSuspenseQuery(looksQuery(personId)).data
  return (
    <Page heading={t('looks.heading')} back={{ href: paths.person(personId), text: t('looks.back') }} wide>
      <p className="govuk-body">{t('looks.intro')}</p>
      <section className="card">
        {looks.length === 0 ? (
          <p className="govuk-body">{t('looks.none')}</p>
        ) : (
          <Table
            className="stacks"
            caption={t('caption')}
            captionClassName="govuk-table__caption--s"
            head={(['who', 'what', 'when'] as const).map((column) => ({ text: t(`column.${column}`) }))}
            rows={looks.map((look) => ({
              key: String(look.seq),
              cells: [actor('member', look.memberName), deed(look.kind, look.action), moment(look.at)],
            }))}
          />
        )}
      </section>
    </Page>
  )
}
