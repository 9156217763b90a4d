import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../api/types'
import { Table } from '../../govuk/table'
import { listOf, numberOf } from '../../text/dates'

export function count(value: number): string {
  return numberOf(value)
}

/** The numbers of an import in words. A number that is zero is not worth a word. */
export function useChanges(): (changes: { added: number; changed: number; unchanged?: number }) => string {
  const { t } = useTranslation('file-import')
  return (changes) =>
    listOf(
      (['added', 'changed', 'unchanged'] as const).flatMap((name) => {
        const number = changes[name]
        return number ? [t(`changes.${name}`, { count: number, number: count(number) })] : []
      }),
    )
}

/** The effect of an import in numbers. */
export function ImportCounts({ report }: { report: ImportReport }) {
  const { t } = useTranslation('file-import')
  return (
    <ul className="kpis" aria-label={t('counts.label')}>
      {(['rows', 'added', 'changed', 'unchanged'] as const)
        .filter((name) => report[name] > 0)
        .map((name) => (
          <li className="kpi" key={name}>
            <b>{count(report[name])}</b> <span>{t(`counts.${name}`, { count: report[name] })}</span>
          </li>
        ))}
    </ul>
  )
}

/** The first rows of a file. `about` has the names of the details of which each row says something. */
export function ImportPreview({ report, about }: { report: ImportReport; about: string[] }) {
  const { t } = useTranslation(['file-import', 'common'])
  return (
    <Table
      className="stacks"
      caption={t('file-import:preview', { count: report.preview.length })}
      captionClassName="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ text: t('common:label.name') }, ...about.map((text) => ({ text }))]}
      rows={report.preview.map((line, index) => ({
        key: String(index),
        cells: [line.name, ...line.about].map((text, at) => (
          <span className="breaks" key={at}>
            {text}
          </span>
        )),
      }))}
    />
  )
}

/** The most rows that are worth reading before the file is put right. */
const SHOWN = 50

/** The errors or remarks, each with its row. The service sends the first of them and the total number. */
function Rows({ rows, total, caption }: { rows: ImportReport['errors']; total: number; caption: string }) {
  const { t } = useTranslation('file-import')
  const shown = rows.slice(0, SHOWN)
  return (
    <>
      <Table
        caption={caption}
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        className="stacks"
        head={[{ text: t('row') }, { text: t('column') }, { text: t('value') }, { text: t('what') }]}
        rows={shown.map((row, index) => ({
          key: String(index),
          cells: [
            count(row.row),
            <span className="breaks" key="column">
              {row.column ?? ''}
            </span>,
            <span className="breaks" key="value">
              {row.value ?? ''}
            </span>,
            row.message,
          ],
        }))}
      />
      {total > shown.length && <p className="govuk-body">{t('more', { count: total - shown.length })}</p>}
    </>
  )
}

export function ImportErrors({ report }: { report: ImportReport }) {
  const { t } = useTranslation('file-import')
  return <Rows rows={report.errors} total={report.errorCount} caption={t('errors', { count: report.errorRows })} />
}

export function ImportRemarks({ report }: { report: ImportReport }) {
  const { t } = useTranslation('file-import')
  return (
    <>
      <p className="govuk-body">{t('remarksBody')}</p>
      <Rows rows={report.remarks} total={report.remarkCount} caption={t('remarks', { count: report.remarkRows })} />
    </>
  )
}
