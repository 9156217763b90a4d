import type { QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { suspensionQuery, useResume, useSuspend } from './queries'
import { councilRecordQuery } from '../council/queries'
import type { CouncilNews } from '../council/council-news'
import type { CouncilRecord, SuspensionReason } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { pathParam, requireActing } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'

interface Loaded {
  council: CouncilRecord
  suspended: boolean
  tag: string
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<Loaded> => {
    await requireActing(client)
    const councilId = pathParam(args, 'councilId')
    // Never from the cache: the page asks for the opposite of what is there now.
    const [{ council }, { body, tag }] = await Promise.all([
      client.fetchQuery(councilRecordQuery(councilId)),
      client.fetchQuery(suspensionQuery(councilId)),
    ])
    return { council, suspended: body.suspended, tag }
  },
  shouldRevalidate: () => false,
  Component: SuspensionPage,
})

const REASONS: SuspensionReason[] = ['contract-ended', 'incident', 'asked-by-council']

/** Asks the operator to confirm: to suspend a council for a reason, or to resume a suspended one. */
function SuspensionPage() {
  const { suspended } = useLoaderData<Loaded>()
  return suspended ? <Resume /> : <Suspend />
}

function useDone(councilId: string) {
  const navigate = useNavigate()
  return (heading: string) => {
    const path = paths.council(councilId)
    flashOnNextPage(path, { heading } satisfies CouncilNews)
    void navigate(path, { replace: true })
  }
}

function Suspend() {
  const { t } = useTranslation('suspension')
  const { council, tag } = useLoaderData<Loaded>()
  const done = useDone(council.id)
  const form = useForm({ reason: '' })
  const { busy, send } = useSendOnce(useSuspend(council.id))
  const { name } = council

  function suspend(event: FormEvent) {
    event.preventDefault()
    const reason = REASONS.find((each) => each === form.values.reason)
    if (reason === undefined) {
      form.fail([{ field: 'reason', text: t('error.reason.other') }])
      return
    }
    send(
      { reason, tag },
      {
        onSuccess: () => done(t('suspend.done', { name })),
        onError: (error) => form.fail(formErrors(error, 'suspension:error')),
      },
    )
  }

  return (
    <Page heading={t('suspend.send', { name })} back={{ href: paths.council(council.id) }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('suspend.intro', { name })}</p>
      <p className="govuk-body">{t('suspend.mail')}</p>
      <form noValidate onSubmit={suspend}>
        <Radios
          name="reason"
          legend={{ text: t('suspend.reason'), className: 'govuk-fieldset__legend--s' }}
          value={form.values.reason}
          onChange={form.set('reason')}
          error={form.error('reason')}
          items={REASONS.map((value) => ({ value, text: t(`reason.${value}`) }))}
        />
        <Button className="govuk-button--warning" busy={busy}>
          {busy ? t('suspend.sending') : t('suspend.send', { name })}
        </Button>
      </form>
    </Page>
  )
}

function Resume() {
  const { t } = useTranslation('suspension')
  const { council, tag } = useLoaderData<Loaded>()
  const done = useDone(council.id)
  const form = useForm({})
  const { busy, send } = useSendOnce(useResume(council.id))
  const { name } = council

  function resume(event: FormEvent) {
    event.preventDefault()
    send(
      { tag },
      {
        onSuccess: () => done(t('resume.done', { name })),
        onError: (error) => form.fail(formErrors(error, 'suspension:error')),
      },
    )
  }

  return (
    <Page heading={t('resume.send', { name })} back={{ href: paths.council(council.id) }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('resume.intro', { name })}</p>
      <form noValidate onSubmit={resume}>
        <Button busy={busy}>{busy ? t('resume.sending') : t('resume.send', { name })}</Button>
      </form>
    </Page>
  )
}
