import { Trans, useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { Panel } from '../../govuk/panel'
import { Link } from '../../page/link'
import { Back } from '../../page/page'
import { paths } from '../../page/paths'
import { usePageTitle } from '../../page/title'
import { useChanges } from '../file-import/import-report'
import { useImportSteps } from '../file-import/import-steps'

export const page = { Component: ImportDone }

function ImportDone() {
  const { t } = useTranslation(['hub-import', 'file-import'])
  const { now } = useImportSteps()
  const changes = useChanges()
  usePageTitle(t('done'))
  if (!now.imported || !now.checked) return <Navigate to={paths.hubs} replace />
  const { added, changed, id } = now.imported
  const { unchanged } = now.checked
  return (
    <>
      <Back href={paths.hubs} text={t('back')} />
      <main className="govuk-main-wrapper column" id="content">
        <Panel title={t('done')}>{changes({ added, changed, unchanged })}</Panel>
        <h2 className="govuk-heading-m">{t('next')}</h2>
        <p className="govuk-body">{t('nextBody')}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.hubs}>
            {t('file-import:see')}
          </a>
        </p>
        <p className="govuk-body">
          <Trans t={t} i18nKey="undoBody" components={{ undo: <Link href={paths.undoImport(id)} /> }} />
        </p>
      </main>
    </>
  )
}
