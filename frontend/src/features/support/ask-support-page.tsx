import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { useAskForSupport } from './queries'
import { councilRecordQuery } from '../council/queries'
import type { CouncilNews } from '../council/council-news'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Textarea } from '../../govuk/textarea'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { pathParam, requireActing } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return client.ensureQueryData(councilRecordQuery(pathParam(args, 'councilId')))
  },
  Component: AskForSupport,
})

const HOURS = ['1', '4', '8', '24']

interface AskForm {
  reason: string
  hours: string
}

function AskForSupport() {
  const { t } = useTranslation('support')
  const councilId = pathParam({ params: useParams() }, 'councilId')
  const { council } = useSuspenseQuery(councilRecordQuery(councilId)).data
  const navigate = useNavigate()
  const form = useForm<AskForm>({ reason: '', hours: '' })
  const ask = useSendOnce(useAskForSupport(councilId))
  const path = paths.council(councilId)

  function faults(): FormError<keyof AskForm>[] {
    const found: FormError<keyof AskForm>[] = []
    if (!form.values.reason.trim()) found.push({ field: 'reason', text: t('error.reason.NotBlank') })
    if (!form.values.hours) found.push({ field: 'hours', text: t('error.hours.other') })
    return found
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    ask.send(
      { reason: form.values.reason.trim(), hours: Number(form.values.hours) },
      {
        onSuccess: () => {
          flashOnNextPage(path, { heading: t('ask.done', { name: council.name }) } satisfies CouncilNews)
          void navigate(path, { replace: true })
        },
        onError: (error) => form.fail(formErrors(error, 'support:error')),
      },
    )
  }

  return (
    <Page heading={t('ask.heading', { name: council.name })} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('ask.intro')}</p>
      <form noValidate onSubmit={send}>
        <Textarea
          label={{ text: t('ask.reason'), className: 'govuk-label--s' }}
          hint={t('ask.reasonHint')}
          maxLength={500}
          error={form.error('reason')}
          {...form.text('reason')}
        />
        <Radios
          name="hours"
          legend={{ text: t('ask.hours'), className: 'govuk-fieldset__legend--s' }}
          value={form.values.hours}
          onChange={form.set('hours')}
          error={form.error('hours')}
          items={HOURS.map((value) => ({ value, text: t('hours', { count: Number(value) }) }))}
        />
        <Button busy={ask.busy}>{t(ask.busy ? 'ask.sending' : 'ask.send')}</Button>
      </form>
    </Page>
  )
}
