import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Evidence } from '../../api/types'
import { Button } from '../../govuk/button'
import { ErrorMessage } from '../../govuk/error-message'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { useFlashMessage } from '../../page/flash-message'
import { NotificationBanner } from '../../govuk/notification-banner'
import { figuresOf, type Statement } from './in-words'
import { draftQuery, evidenceQuery, reportsQuery, useBeginDraft } from './queries'
import { Source } from './source'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    void client.prefetchQuery(evidenceQuery())
    return null
  },
  Component: EvidencePage,
})

/** The quality statements with what there is for each, and the reports that were made of it. */
function EvidencePage() {
  const { t } = useTranslation('evidence')
  const said = useFlashMessage<string>()
  const { data, error, isPending, refetch } = useQuery(evidenceQuery())
  return (
    <Page heading={t('heading')} back={{ href: paths.insights, text: t('backToInsights') }} wide>
      {said && <NotificationBanner success>{said}</NotificationBanner>}
      <p className="govuk-body">{t('intro')}</p>
      <Reports />
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {data && (
        <>
          {data.framework.themes.map((theme) => (
            <Table
              key={theme.name}
              caption={theme.name}
              captionClassName="govuk-table__caption--m"
              className="stacks"
              firstCellIsHeader
              head={[
                { text: t('column.statement'), className: 'govuk-!-width-one-quarter' },
                { text: t('column.there'), className: 'govuk-!-width-one-third' },
                { text: t('column.nothing') },
              ]}
              rows={theme.statements.map((statement) => ({
                key: statement.code,
                cells: [
                  <a key="link" className="govuk-link" href={paths.evidenceStatement(statement.code)}>
                    {statement.name}
                  </a>,
                  <What key="there" evidence={data} statement={statement} />,
                  <Missing key="missing" evidence={data} statement={statement} />,
                ],
              }))}
            />
          ))}
          <Source framework={data.framework} />
        </>
      )}
    </Page>
  )
}

function counted(evidence: Evidence, statement: Statement, kind: string): number {
  return figuresOf(evidence.figures, statement, kind).length + notesOf(evidence, statement, kind).length
}

function notesOf({ notes }: Evidence, { code }: Statement, kind: string) {
  return notes.filter((note) => note.statement === code && note.kind === kind)
}

/** How many figures and notes there are for each kind of evidence that has any. */
function What({ evidence, statement }: { evidence: Evidence; statement: Statement }) {
  const { t } = useTranslation('evidence')
  const kinds = evidence.framework.kinds.filter(({ code }) => counted(evidence, statement, code) > 0)
  if (kinds.length === 0) return t('neither')
  return kinds.map(({ code, name }) => (
    <div key={code}>
      {t('there', {
        kind: name,
        figures: t('figures', { count: figuresOf(evidence.figures, statement, code).length }),
        notes: t('notes', { count: notesOf(evidence, statement, code).length }),
      })}
    </div>
  ))
}

/** The kinds of evidence of which there is neither a figure nor a note. */
function Missing({ evidence, statement }: { evidence: Evidence; statement: Statement }) {
  const { t } = useTranslation('evidence')
  const kinds = evidence.framework.kinds.filter(({ code }) => counted(evidence, statement, code) === 0)
  if (kinds.length === 0) return t('eachKind')
  return kinds.map(({ code, name }) => <div key={code}>{name}</div>)
}

/** The published reports, and for leads the way to the next one. */
function Reports() {
  const { t } = useTranslation('evidence')
  const may = useMay()
  const { data, error, isPending, refetch } = useQuery(reportsQuery())
  return (
    <section>
      <h2 className="govuk-heading-m">{t('reports.heading')}</h2>
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('reports.unavailable')} onAgain={() => void refetch()} />}
      {data?.length === 0 && <p className="govuk-body">{t('reports.none')}</p>}
      {data && data.length > 0 && (
        <ul className="govuk-list">
          {data.map(({ id, number, asAt, publishedAt }) => (
            <li key={id}>
              <a className="govuk-link" href={paths.evidenceReport(id)}>
                {t('report.heading', { number })}
              </a>
              <div>{t('reports.of', { asAt: dateAndTime(asAt), published: dateAndTime(publishedAt) })}</div>
            </li>
          ))}
        </ul>
      )}
      {may('figures:write') && <NextReport />}
    </section>
  )
}

/** Makes the draft of the next report with one press, or leads to the draft that there is. */
function NextReport() {
  const { t } = useTranslation('evidence')
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useQuery(draftQuery())
  const begin = useBeginDraft()
  const { busy, send } = useSendOnce(begin)
  if (isPending) return <Loading />
  if (error) return <Unavailable error={error} words={t('draft.unavailable')} onAgain={() => void refetch()} />
  if (data)
    return (
      <div className="govuk-body">
        <a className="govuk-link" href={paths.evidenceDraft}>
          {t('draft.goOn')}
        </a>
        <div>{t('draft.changed', { name: data.changedByName ?? t('someone'), at: dateAndTime(data.changedAt) })}</div>
      </div>
    )
  return (
    <>
      {begin.error && <ErrorMessage>{problemText(begin.error)}</ErrorMessage>}
      <Button
        type="button"
        busy={busy}
        onClick={() =>
          send(undefined, { onSuccess: () => void navigate(paths.evidenceDraft), onError: () => undefined })
        }
      >
        {t('draft.make')}
      </Button>
    </>
  )
}
