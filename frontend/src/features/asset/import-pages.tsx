import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'
import { CheckImport } from '../file-import/check-import'
import { ChooseFile } from '../file-import/choose-file'
import { ColumnHelp } from '../file-import/column-help'
import { useChanges } from '../file-import/import-report'
import { ImportSteps } from '../file-import/import-steps'
import { useImportAssets, usePreviewAssets } from './queries'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'asset:write'),
  Component: ImportSteps,
})

export const choosePage = { Component: ChooseAssetFile }

export const checkPage = { Component: CheckAssets }

/** The columns of a file of assets, in the order of the template. */
const COLUMNS = [
  ['name', 'name', 'Knit and Natter'],
  ['offers', 'offers', 'Tea and wool, every Tuesday'],
  ['place', 'place', 'Church hall, 3 Mill Lane'],
  ['telephone', 'telephone', '01632 960000'],
  ['email', 'email', 'knit@people.example'],
  ['website', 'website', 'https://people.example/knit'],
  ['hub', 'hub', 'Market Street Library'],
  ['last_checked', 'checked', '27/03/2026'],
] as const

function ChooseAssetFile() {
  const { t } = useTranslation('asset')
  return (
    <ChooseFile
      heading={t('import.heading')}
      back={{ href: paths.assets, text: t('import.back') }}
      intro={t('import.intro')}
      template="/api/asset-import-template"
      preview={usePreviewAssets()}
      next={paths.checkAssets}
      help={
        <>
          <p>{t('import.columns')}</p>
          <ColumnHelp columns={COLUMNS.map(([column, text, example]) => [column, t(`import.help.${text}`), example])} />
          <p>{t('import.again')}</p>
        </>
      }
    />
  )
}

function CheckAssets() {
  const { t } = useTranslation(['asset', 'file-import'])
  const navigate = useNavigate()
  const changes = useChanges()
  return (
    <CheckImport
      importing={useImportAssets()}
      onImported={({ added, changed, unchanged }) => {
        flashOnNextPage(paths.assets, t('file-import:done', { changes: changes({ added, changed, unchanged }) }))
        void navigate(paths.assets)
      }}
      choose={paths.importAssets}
      here={paths.checkAssets}
      list={paths.assets}
      about={[t('field.offers'), t('field.place')]}
    />
  )
}
