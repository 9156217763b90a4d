import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilsQuery } from './queries'
import { ButtonLink } from '../../govuk/button'
import { Table } from '../../govuk/table'
import { Tag } from '../../govuk/tag'
import { Page } from '../../page/page'
import { acting } from '../../page/guards'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await acting(client)
    return client.ensureQueryData({ ...councilsQuery(), revalidateIfStale: true })
  },
  Component: Councils,
})

/** What waits for the operator stands out. */
const TAGS = { 'setting-up': 'govuk-tag--grey', 'asked-to-go-live': 'govuk-tag--yellow', live: 'govuk-tag--green' }

function Councils() {
  const { t } = useTranslation(['council', 'setup'])
  const { councils } = useSuspenseQuery(councilsQuery()).data
  const add = <ButtonLink href="/councils/new">{t('council:add')}</ButtonLink>
  if (councils.length === 0) {
    return (
      <Page heading={t('council:heading')}>
        <p className="govuk-body-l">{t('council:empty')}</p>
        <p className="govuk-body">{t('council:emptyBody')}</p>
        {add}
      </Page>
    )
  }
  return (
    <Page heading={t('council:heading')} wide>
      {add}
      <section className="card">
        <Table
          className="stacks"
          caption={t('council:caption')}
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: t('council:column.name') },
            { text: t('council:column.alias') },
            { text: t('setup:column.status') },
          ]}
          rows={councils.map((council) => ({
            key: council.id,
            cells: [
              <a className="govuk-link" href={`/councils/${council.id}`} key="name">
                {council.name}
              </a>,
              council.alias,
              <span key="status">
                <Tag className={TAGS[council.status]}>{t(`setup:status.${council.status}`)}</Tag>
                {council.demonstration && <> {t('setup:madeUp')}</>}
              </span>,
            ],
          }))}
        />
      </section>
    </Page>
  )
}
