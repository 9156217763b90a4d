import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'
import { CheckImport } from '../file-import/check-import'
import { useImportSteps } from '../file-import/import-steps'
import { useImportHubs } from './queries'

export const page = { Component: CheckHubImport }

function CheckHubImport() {
  const { t } = useTranslation('common')
  const { go } = useImportSteps()
  return (
    <CheckImport
      importing={useImportHubs()}
      onImported={(imported, file, checked) => go({ file, checked, imported }, paths.importDone)}
      choose={paths.importHubs}
      here={paths.checkImport}
      list={paths.hubs}
      about={[t('label.address'), t('label.postcode')]}
    />
  )
}
