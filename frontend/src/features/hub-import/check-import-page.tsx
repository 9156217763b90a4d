import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { Problem } from '../../api/problem'
import type { ImportReport } from '../../api/types'
import { Button, ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { count, ImportCounts, ImportErrors, ImportPreview, ImportRemarks } from './import-report'
import { useImportSteps } from './import-steps'
import { useImportHubs } from './queries'

export const page = { Component: CheckImport }

function reportIn(problem: Problem): ImportReport | undefined {
  return problem.body.report as ImportReport | undefined
}

/** The wrong rows of a file, or what its import would do. */
function CheckImport() {
  const { t } = useTranslation('hub-import')
  const { now, go } = useImportSteps()
  const form = useForm<{ file: string }>({ file: '' })
  const importing = useSendOnce(useImportHubs())
  const { file, checked } = now
  const wrong = Boolean(checked?.errorCount)
  if (!file || !checked) return <Navigate to={paths.importHubs} replace />
  const changes = checked.added + checked.changed

  function send() {
    if (!file || !checked) return
    importing.send(file, {
      onSuccess: (imported) => go({ file, checked, imported }, paths.importDone),
      onError: (error) => {
        const report = error instanceof Problem ? reportIn(error) : undefined
        // The hubs or the file changed after the check, so the service's new report is shown.
        if (report) go({ file, checked: report }, paths.checkImport)
        else form.fail([{ text: problemText(error) }])
      },
    })
  }

  return (
    <Page
      heading={t(wrong ? 'errorsHeading' : 'checkHeading')}
      caption={<span className="breaks">{file.name}</span>}
      back={{ href: paths.importHubs }}
      wrong={wrong || form.wrong}
      wide
    >
      <FormSummary errors={form.errors} />
      {wrong ? (
        <>
          <p className="govuk-body">{t('errorsBody')}</p>
          <section className="card">
            <ImportErrors report={checked} />
          </section>
          <ButtonLink href={paths.importHubs}>{t('another')}</ButtonLink>
        </>
      ) : (
        <>
          <ImportCounts report={checked} />
          {checked.preview.length > 0 && (
            <section className="card">
              <ImportPreview report={checked} />
            </section>
          )}
          {checked.remarkCount > 0 && (
            <section className="card">
              <ImportRemarks report={checked} />
            </section>
          )}
          {changes === 0 ? (
            <>
              <InsetText>{t('nothing')}</InsetText>
              <ButtonLink href={paths.hubs}>{t('see')}</ButtonLink>
            </>
          ) : (
            <div className="govuk-button-group">
              <Button type="button" busy={importing.busy} onClick={send}>
                {importing.busy ? t('importing') : t('import', { count: changes, number: count(changes) })}
              </Button>
              <a className="govuk-link" href={paths.importHubs}>
                {t('another')}
              </a>
            </div>
          )}
        </>
      )}
    </Page>
  )
}
