import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { Problem } from '../../api/problem'
import type { ImportReport } from '../../api/types'
import { Button, ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { count, ImportCounts, ImportErrors, ImportPreview, ImportRemarks } from './import-report'
import { useImportSteps } from './import-steps'

function reportIn(problem: Problem): ImportReport | undefined {
  return problem.body.report as ImportReport | undefined
}

interface CheckImportProps<Imported> {
  importing: UseMutationResult<Imported, Error, File>
  onImported: (imported: Imported, file: File, checked: ImportReport) => void
  /** The addresses of the page that chooses a file, of this page, and of the list. */
  choose: string
  here: string
  list: string
  /** The names of the details by which a row is recognised. */
  about: string[]
}

/** The wrong rows of a file, or what its import would do. */
export function CheckImport<Imported>({
  importing: mutation,
  onImported,
  choose,
  here,
  list,
  about,
}: CheckImportProps<Imported>) {
  const { t } = useTranslation('file-import')
  const { now, go } = useImportSteps()
  const form = useForm<{ file: string }>({ file: '' })
  const importing = useSendOnce(mutation)
  const { file, checked } = now
  const wrong = Boolean(checked?.errorCount)
  if (!file || !checked) return <Navigate to={choose} replace />
  const changes = checked.added + checked.changed

  function send() {
    if (!file || !checked) return
    importing.send(file, {
      onSuccess: (imported) => onImported(imported, file, checked),
      onError: (error) => {
        const report = error instanceof Problem ? reportIn(error) : undefined
        // The list or the file changed after the check, so the service's new report is shown.
        if (report) go({ file, checked: report }, here)
        else form.fail([{ text: problemText(error) }])
      },
    })
  }

  return (
    <Page
      heading={t(wrong ? 'errorsHeading' : 'checkHeading')}
      caption={<span className="breaks">{file.name}</span>}
      back={{ href: choose }}
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
          <ButtonLink href={choose}>{t('another')}</ButtonLink>
        </>
      ) : (
        <>
          <ImportCounts report={checked} />
          {checked.preview.length > 0 && (
            <section className="card">
              <ImportPreview report={checked} about={about} />
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
              <ButtonLink href={list}>{t('see')}</ButtonLink>
            </>
          ) : (
            <div className="govuk-button-group">
              <Button type="button" busy={importing.busy} onClick={send}>
                {importing.busy ? t('importing') : t('import', { count: changes, number: count(changes) })}
              </Button>
              <a className="govuk-link" href={choose}>
                {t('another')}
              </a>
            </div>
          )}
        </>
      )}
    </Page>
  )
}
