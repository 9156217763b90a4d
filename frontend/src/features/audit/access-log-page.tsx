import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { actor, actionText, moment } from './audit-action'
import { accessLogQuery } from './queries'
import { Table } from '../../govuk/table'
import { Page } from '../../page/page'
import { requireAuthority, pathParam } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'person:read')
    return client.ensureQueryData({ ...accessLogQuery(pathParam(args, 'personId')), revalidateIfStale: true })
  },
  Component: Looks,
})

function Looks() {
  const { t } = useTranslation('audit')
  const personId = pathParam({ params: useParams() }, 'personId')
  const { looks } = useSuspenseQuery(accessLogQuery(personId)).data
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
              key: look.id,
              cells: [actor('member', look.memberName), actionText(look.kind, look.action), moment(look.at)],
            }))}
          />
        )}
      </section>
    </Page>
  )
}
