import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRoutes } from 'react-router'
import { Problem } from '../../api/problem'
import { ButtonLink } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { Table } from '../../govuk/table'
import { flashOnNextPage, useFlashMessage } from '../../page/flash-message'
import { requireActing } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { numberOf, plainDate } from '../../text/dates'
import { CheckImport } from '../file-import/check-import'
import { ChooseFile } from '../file-import/choose-file'
import { ColumnHelp } from '../file-import/column-help'
import { useChanges } from '../file-import/import-report'
import { ImportSteps } from '../file-import/import-steps'
import { factsQuery, useImportFacts, usePreviewFacts } from './queries'

export const page = (client: QueryClient) => ({
  loader: async () => {
    const acting = await requireActing(client)
    if (acting.kind !== 'operator') throw new Problem(404, {})
    return null
  },
  Component: FactsPages,
})

const IMPORT = `${paths.facts}/import`
const CHECK = `${IMPORT}/check`

/** The columns of a file, in the order of the template. */
const COLUMNS = [
  ['measure', 'population'],
  ['code', 'E06000034'],
  ['value', '178300'],
  ['as_of', '30/06/2023'],
  ['source', 'Office for National Statistics, mid-year estimates'],
] as const

/** The pages are one route, because the address of each route is in what every reader loads first. */
function FactsPages() {
  return useRoutes([
    { index: true, element: <Facts /> },
    {
      path: 'import',
      element: <ImportSteps />,
      children: [
        { index: true, element: <ChooseFacts /> },
        { path: 'check', element: <CheckFacts /> },
      ],
    },
  ])
}

/** The facts that operators have loaded, by measure, and a way to load more. */
function Facts() {
  const { t } = useTranslation('council')
  const flash = useFlashMessage<string>()
  const { data, error, isPending, refetch } = useQuery(factsQuery())
  return (
    <Page heading={t('facts.heading')} back={{ href: paths.councils, text: t('back') }} wide>
      {flash && (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{flash}</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">{t('facts.intro')}</p>
      <p className="govuk-body">{t('facts.when')}</p>
      <ButtonLink href={IMPORT}>{t('facts.import')}</ButtonLink>
      {isPending && <Loading />}
      {error && <Unavailable error={error} words={t('facts.unavailable')} onAgain={() => void refetch()} />}
      {data?.length === 0 && <p className="govuk-body">{t('facts.none')}</p>}
      {data !== undefined && data.length > 0 && (
        <section className="card">
          <Table
            className="stacks"
            caption={t('facts.caption')}
            captionClassName="govuk-visually-hidden"
            firstCellIsHeader
            numeric={[2]}
            head={[
              { text: t('facts.column.measure') },
              { text: t('facts.column.asOf') },
              { text: t('facts.column.authorities'), numeric: true },
              { text: t('facts.column.source') },
            ]}
            rows={data.map(({ number, measure, asOf, authorities, source }) => ({
              key: String(number),
              cells: [
                <span className="breaks" key="measure">
                  {measure}
                </span>,
                plainDate(asOf),
                numberOf(authorities),
                <span className="breaks" key="source">
                  {source}
                </span>,
              ],
            }))}
          />
        </section>
      )}
    </Page>
  )
}

function ChooseFacts() {
  const { t } = useTranslation('council')
  return (
    <ChooseFile
      heading={t('facts.import')}
      back={{ href: paths.facts, text: t('facts.back') }}
      intro={t('facts.fileIntro')}
      template="/api/local-authorities/facts/template"
      preview={usePreviewFacts()}
      next={CHECK}
      help={
        <>
          <p>{t('facts.columns')}</p>
          <ColumnHelp columns={COLUMNS.map(([column, example]) => [column, t(`facts.help.${column}`), example])} />
          <p>{t('facts.again')}</p>
        </>
      }
    />
  )
}

function CheckFacts() {
  const { t } = useTranslation(['council', 'file-import'])
  const navigate = useNavigate()
  const changes = useChanges()
  return (
    <CheckImport
      importing={useImportFacts()}
      onImported={({ added, changed, unchanged }) => {
        flashOnNextPage(paths.facts, t('file-import:done', { changes: changes({ added, changed, unchanged }) }))
        void navigate(paths.facts)
      }}
      choose={IMPORT}
      here={CHECK}
      list={paths.facts}
      about={(['measure', 'value', 'asOf', 'source'] as const).map((column) => t(`facts.column.${column}`))}
    />
  )
}
