import type { QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Navigate, Outlet, useNavigate, useOutletContext } from 'react-router'
import { Problem } from '../../api/problem'
import type { HubImport, ImportReport } from '../../api/types'
import { count, ImportCounts, ImportErrors, ImportPreview, ImportRemarks } from './import-report'
import { useImportHubs, usePreviewImport } from './queries'
import { RecentImports } from './recent-imports'
import { Button, ButtonLink } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { FileUpload } from '../../govuk/file-upload'
import { InsetText } from '../../govuk/inset-text'
import { Panel } from '../../govuk/panel'
import { FormSummary, useForm } from '../../page/form'
import { Back, Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { usePageTitle } from '../../page/title'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'
import { Link } from '../../page/link'

/** The file and the service's answers to it, from one step to the next. A file cannot be kept in an address. */
interface Import {
  file?: File
  checked?: ImportReport
  imported?: HubImport
}

interface Steps {
  now: Import
  go: (step: Import, to: string) => void
}

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'hub:write'),
  Component: ImportHubs,
})
export const choose = { Component: Choose }
export const check = { Component: Check }
export const done = { Component: Done }

const MOST_BYTES = 10 * 1024 * 1024

function ImportHubs() {
  const [now, setNow] = useState<Import>({})
  const navigate = useNavigate()
  const go: Steps['go'] = (step, to) => {
    setNow(step)
    void navigate(to)
  }
  return <Outlet context={{ now, go } satisfies Steps} />
}

function reportIn(problem: Problem): ImportReport | undefined {
  return problem.body.report as ImportReport | undefined
}

function Choose() {
  const { t } = useTranslation('hub-import')
  const { go } = useOutletContext<Steps>()
  const form = useForm<{ file: File | undefined }>({ file: undefined })
  const checking = useSendOnce(usePreviewImport())

  function fault(file: File | undefined): string | undefined {
    if (!file) return t('error.choose')
    if (file.size === 0) return t('error.empty')
    if (file.size > MOST_BYTES) return t('error.tooLarge')
    if (!/\.csv$/i.test(file.name)) return t('error.csv')
    return undefined
  }

  function send(event: FormEvent) {
    event.preventDefault()
    const { file } = form.values
    const text = fault(file)
    if (form.fail(text ? [{ text, field: 'file' }] : []) || !file) return
    checking.send(file, {
      onSuccess: (checked) => go({ file, checked }, paths.checkImport),
      onError: (error) => {
        const tooLarge = error instanceof Problem && error.status === 413
        form.fail([{ text: tooLarge ? t('error.tooLarge') : problemText(error), field: 'file' }])
      },
    })
  }

  return (
    <Page heading={t('heading')} back={{ href: paths.hubs, text: t('back') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('intro')}</p>
      <form noValidate onSubmit={send}>
        <FileUpload
          name="file"
          label={{ text: t('file'), className: 'govuk-label--s' }}
          hint={t('fileHint')}
          accept=".csv,text/csv"
          error={form.error('file')}
          onChange={(event) => form.set('file')(event.target.files?.[0])}
        />
        <Details summary={t('must')}>
          <p>{t('columns')}</p>
          <p>{t('again')}</p>
        </Details>
        <Button busy={checking.busy}>{t(checking.busy ? 'uploading' : 'upload')}</Button>
      </form>
      <RecentImports />
    </Page>
  )
}

function Check() {
  const { t } = useTranslation('hub-import')
  const { now, go } = useOutletContext<Steps>()
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

function Done() {
  const { t } = useTranslation('hub-import')
  const { now } = useOutletContext<Steps>()
  usePageTitle(t('done'))
  if (!now.imported || !now.checked) return <Navigate to={paths.hubs} replace />
  const { added, changed, id } = now.imported
  const { unchanged } = now.checked
  return (
    <>
      <Back href={paths.hubs} text={t('back')} />
      <main className="govuk-main-wrapper column" id="content">
        <Panel title={t('done')}>
          {t('doneBody', { added: count(added), changed: count(changed), unchanged: count(unchanged) })}
        </Panel>
        <h2 className="govuk-heading-m">{t('next')}</h2>
        <p className="govuk-body">{t('nextBody')}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.hubs}>
            {t('see')}
          </a>
        </p>
        <p className="govuk-body">
          <Trans t={t} i18nKey="undoBody" components={{ undo: <Link href={paths.undoImport(id)} /> }} />
        </p>
      </main>
    </>
  )
}
