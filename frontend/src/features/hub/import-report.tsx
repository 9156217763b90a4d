import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../api/types'
import { Table } from '../../govuk/table'

const number = new Intl.NumberFormat('en-GB')

export function count(value: number): string {
  return number.format(value)
}

/** What an import would do, or did, in four numbers. */
export function ImportCounts({ report }: { report: ImportReport }) {
  const { t } = useTranslation('hub')
  return (
    <ul className="kpis" aria-label={t('import.counts.label')}>
      {(['rows', 'added', 'changed', 'unchanged'] as const).map((name) => (
        <li className="kpi" key={name}>
          <b>{count(report[name])}</b> <span>{t(`import.counts.${name}`, { count: report[name] })}</span>
        </li>
      ))}
    </ul>
  )
}

export function ImportPreview({ report }: { report: ImportReport }) {
  const { t } = useTranslation('hub')
  return (
    <Table
      className="stacks"
      caption={t('import.preview', { count: report.preview.length })}
      captionClassName="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ text: t('column.name') }, { text: t('column.address') }, { text: t('column.postcode') }]}
      rows={report.preview.map((hub, index) => ({
        key: String(index),
        cells: [hub.name, hub.address.join(', '), hub.postcode],
      }))}
    />
  )
}

/** The most rows that are worth reading before the file is put right. */
const SHOWN = 50

export function ImportErrors({ report }: { report: ImportReport }) {
  const { t } = useTranslation('hub')
  return (
    <>
      <Table
        caption={t('import.errors', { count: report.errors.length })}
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={[{ text: t('import.row') }, { text: t('import.column') }, { text: t('import.what') }]}
        rows={report.errors.slice(0, SHOWN).map((error, index) => ({
          key: String(index),
          cells: [count(error.row), error.column ?? '', error.message],
        }))}
      />
      {report.errors.length > SHOWN && (
        <p className="govuk-body">{t('import.more', { count: report.errors.length - SHOWN })}</p>
      )}
    </>
  )
}
