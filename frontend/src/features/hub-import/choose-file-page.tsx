import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { FileUpload } from '../../govuk/file-upload'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { ColumnHelp } from './column-help'
import { useImportSteps } from './import-steps'
import { usePreviewImport } from './queries'
import { RecentImports } from './recent-imports'

export const page = { Component: ChooseFile }

const MOST_BYTES = 10 * 1024 * 1024

function ChooseFile() {
  const { t } = useTranslation('hub-import')
  const { go } = useImportSteps()
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
      <p className="govuk-body">
        <a className="govuk-link" href="/api/hub-import-template" download>
          {t('template')}
        </a>
      </p>
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
          <ColumnHelp />
          <p>{t('again')}</p>
        </Details>
        <Button busy={checking.busy}>{t(checking.busy ? 'uploading' : 'upload')}</Button>
      </form>
      <RecentImports />
    </Page>
  )
}
