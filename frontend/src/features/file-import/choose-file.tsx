import type { UseMutationResult } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { ImportReport } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { FileUpload } from '../../govuk/file-upload'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { useImportSteps } from './import-steps'

const MOST_BYTES = 10 * 1024 * 1024

interface ChooseFileProps {
  heading: string
  back: { href: string; text: string }
  intro: string
  /** The address of an empty file. */
  template: string
  /** The words on what the file must hold. */
  help: ReactNode
  preview: UseMutationResult<ImportReport, Error, File>
  /** The address of the page that shows what would change. */
  next: string
  children?: ReactNode
}

/** Chooses a file, and finds out what importing it would do. */
export function ChooseFile({ heading, back, intro, template, help, preview, next, children }: ChooseFileProps) {
  const { t } = useTranslation('file-import')
  const { go } = useImportSteps()
  const form = useForm<{ file: File | undefined }>({ file: undefined })
  const checking = useSendOnce(preview)

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
      onSuccess: (checked) => go({ file, checked }, next),
      onError: (error) => {
        const tooLarge = error instanceof Problem && error.status === 413
        form.fail([{ text: tooLarge ? t('error.tooLarge') : problemText(error), field: 'file' }])
      },
    })
  }

  return (
    <Page heading={heading} back={back} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{intro}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={template} download>
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
        <Details summary={t('must')}>{help}</Details>
        <Button busy={checking.busy}>{t(checking.busy ? 'uploading' : 'upload')}</Button>
      </form>
      {children}
    </Page>
  )
}
