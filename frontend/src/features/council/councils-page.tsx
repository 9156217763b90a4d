import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilsQuery } from './queries'
import { ButtonLink } from '../../govuk/button'
import { Table } from '../../govuk/table'
import { Tag } from '../../govuk/tag'
import { Page } from '../../page/page'
import { requireActing } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireActing(client)
    return client.ensureQueryData({ ...councilsQuery(), revalidateIfStale: true })
  },
  Component: Councils,
})

/** The councils that wait for the operator are marked. */
const TAGS = { 'setting-up': 'govuk-tag--grey', 'asked-to-go-live': 'govuk-tag--yellow', live: 'govuk-tag--green' }

function Councils() {
  const { t } = useTranslation(['council', 'suspension'])
  const councils = useSuspenseQuery(councilsQuery()).data
  const add = <ButtonLink href={paths.newCouncil}>{t('add')}</ButtonLink>
  if (councils.length === 0) {
    return (
      <Page heading={t('heading')}>
        <p className="govuk-body-l">{t('empty')}</p>
        <p className="govuk-body">{t('emptyBody')}</p>
        {add}
      </Page>
    )
  }
  return (
    <Page heading={t('heading')} wide>
      {add}
      <section className="card">
        <Table
          className="stacks"
          caption={t('caption')}
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: t('column.name') }, { text: t('column.alias') }, { text: t('column.status') }]}
          rows={councils.map((council) => ({
            key: council.id,
            cells: [
              <a className="govuk-link" href={paths.council(council.id)} key="name">
                {council.name}
              </a>,
              council.alias,
              <span key="status">
                <Tag className={TAGS[council.status]}>{t(`status.${council.status}`)}</Tag>
                {council.suspended && (
                  <>
                    {' '}
                    <Tag className="govuk-tag--red">{t('suspension:tag')}</Tag>
                  </>
                )}
                {council.demonstration && <> {t('madeUp')}</>}
              </span>,
            ],
          }))}
        />
      </section>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.facts}>
          {t('facts.heading')}
        </a>
      </p>
    </Page>
  )
}
