import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { activeLead, councilRecordQuery, membersQuery, useAppointLead } from './queries'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { InsetText } from '../../govuk/inset-text'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import type { CouncilNews } from './council-news'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const councilId = pathParam(args, 'councilId')
    void client.prefetchQuery(membersQuery(councilId))
    return client.ensureQueryData(councilRecordQuery(councilId))
  },
  Component: AppointLead,
})

interface LeadForm {
  name: string
  email: string
}

/** Appoints the first lead of a council, in place of one who has not signed in yet. */
function AppointLead() {
  const { t } = useTranslation('council')
  const councilId = pathParam({ params: useParams() }, 'councilId')
  const { council } = useSuspenseQuery(councilRecordQuery(councilId)).data
  const members = useQuery(membersQuery(councilId))
  const navigate = useNavigate()
  const form = useForm<LeadForm>({ name: '', email: '' })
  const appoint = useSendOnce(useAppointLead(councilId))
  const { values } = form
  const path = paths.council(councilId)
  const replaced = activeLead(members.data?.items)

  function faults(): FormError<keyof LeadForm>[] {
    const found: FormError<keyof LeadForm>[] = []
    if (!values.name.trim()) found.push({ field: 'name', text: t('memberError.name.NotBlank') })
    if (!values.email.trim()) found.push({ field: 'email', text: t('memberError.email.NotBlank') })
    return found
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const email = values.email.trim()
    appoint.send(
      { name: values.name.trim(), email },
      {
        onSuccess: ({ member, oneTimePasswordMailed }) => {
          const news: CouncilNews = {
            heading: t('lead.appointed', { name: member.name }),
            account: { name: member.name, email, oneTimePasswordMailed },
          }
          flashOnNextPage(path, news)
          void navigate(path, { replace: true })
        },
        onError: (error) =>
          form.fail(
            error instanceof Problem && error.type === 'already-a-member'
              ? [{ field: 'email', text: t('memberError.email.taken') }]
              : formErrors(error, 'council:memberError'),
          ),
      },
    )
  }

  return (
    <Page heading={t('lead.heading', { name: council.name })} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {replaced && <InsetText>{t('lead.replaces', { lead: replaced.name })}</InsetText>}
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: t('lead.name'), className: 'govuk-label--s' }}
          autoComplete="off"
          spellCheck={false}
          error={form.error('name')}
          {...form.text('name')}
        />
        <Input
          label={{ text: t('lead.email'), className: 'govuk-label--s' }}
          type="email"
          autoComplete="off"
          spellCheck={false}
          error={form.error('email')}
          {...form.text('email')}
        />
        <Button busy={appoint.busy}>{t(appoint.busy ? 'lead.appointing' : 'lead.appoint')}</Button>
      </form>
    </Page>
  )
}
