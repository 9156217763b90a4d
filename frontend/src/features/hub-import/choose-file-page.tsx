import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'
import { ChooseFile } from '../file-import/choose-file'
import { ColumnHelp } from '../file-import/column-help'
import { COLUMNS } from './columns'
import { usePreviewImport } from './queries'
import { RecentImports } from './recent-imports'

export const page = { Component: ChooseHubFile }

function ChooseHubFile() {
  const { t } = useTranslation('hub-import')
  return (
    <ChooseFile
      heading={t('heading')}
      back={{ href: paths.hubs, text: t('back') }}
      intro={t('intro')}
      template="/api/hub-import-template"
      preview={usePreviewImport()}
      next={paths.checkImport}
      help={
        <>
          <p>{t('columns')}</p>
          <ColumnHelp columns={COLUMNS.map(([column, text, example]) => [column, t(`help.${text}`), example])} />
          <p>{t('help.access')}</p>
          <p>{t('again')}</p>
        </>
      }
    >
      <RecentImports />
    </ChooseFile>
  )
}
