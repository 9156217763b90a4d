import { useTranslation } from 'react-i18next'
import { Table } from '../../govuk/table'

/** Says of each column what it holds, with an example. */
export function ColumnHelp({ columns }: { columns: [column: string, holds: string, example: string][] }) {
  const { t } = useTranslation('file-import')
  return (
    <Table
      className="stacks"
      firstCellIsHeader
      caption={t('help.caption')}
      captionClassName="govuk-visually-hidden"
      head={[{ text: t('column') }, { text: t('help.holds') }, { text: t('help.example') }]}
      rows={columns.map(([column, holds, example]) => ({
        key: column,
        cells: [
          <code key="column">{column}</code>,
          holds,
          <code className="breaks" key="example">
            {example}
          </code>,
        ],
      }))}
    />
  )
}
