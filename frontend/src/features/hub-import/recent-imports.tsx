import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { Table } from '../../govuk/table'
import { dayAndTime } from '../../text/dates'
import { useChanges } from '../file-import/import-report'
import { importsQuery } from './queries'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'

/** Imports of the last day, each of which can be undone once. Nothing where there are none. */
export function RecentImports() {
  const { t } = useTranslation('hub-import')
  const changes = useChanges()
  const imports = useQuery(importsQuery()).data?.items ?? []
  if (imports.length === 0) return null
  return (
    <Table
      className="stacks"
      firstCellIsHeader
      caption={t('imports.caption')}
      captionClassName="govuk-table__caption--m"
      head={[
        { text: t('imports.when') },
        { text: t('imports.who') },
        { text: t('imports.what') },
        { text: <Hidden>{t('imports.action')}</Hidden> },
      ]}
      rows={imports.map((each) => ({
        key: each.id,
        cells: [
          dayAndTime(each.importedAt),
          each.importedByName,
          changes(each),
          each.undone ? (
            t('imports.undone')
          ) : (
            <a className="govuk-link" href={paths.undoImport(each.id)} key="undo">
              <Trans
                t={t}
                i18nKey="imports.undo"
                values={{ when: dayAndTime(each.importedAt) }}
                components={{ hidden: <Hidden /> }}
              />
            </a>
          ),
        ],
      }))}
    />
  )
}
