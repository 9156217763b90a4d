import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { NewMember as NewMemberBody } from '../../api/types'
import { RoleFields } from '../team/member-fields'
import { councilRecordQuery, useAddMember } from './queries'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
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
    return client.ensureQueryData(councilRecordQuery(pathParam(args, 'councilId')))
  },
  Component: NewMember,
})

interface MemberForm {
  kind: string
  name: string
  email: string
  clientId: string
  roles: string[]
}

function NewMember() {
  const { t } = useTranslation('council')
  const councilId = pathParam({ params: useParams() }, 'councilId')
  const { council } = useSuspenseQuery(councilRecordQuery(councilId)).data
  const navigate = useNavigate()
  const form = useForm<MemberForm>({ kind: 'person', name: '', email: '', clientId: '', roles: [] })
  const add = useSendOnce(useAddMember(councilId))
  const { values } = form
  const person = values.kind === 'person'
  const path = paths.council(councilId)

  function faults(): FormError<keyof MemberForm>[] {
    const found: FormError<keyof MemberForm>[] = []
    if (person && !values.email.trim()) found.push({ field: 'email', text: t('memberError.email.NotBlank') })
    if (!person && !values.clientId.trim()) found.push({ field: 'clientId', text: t('memberError.clientId.NotBlank') })
    if (!values.name.trim()) found.push({ field: 'name', text: t('memberError.name.NotBlank') })
    if (values.roles.length === 0) found.push({ field: 'roles', text: t('memberError.roles.other') })
    return found
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const email = values.email.trim()
    add.send(
      {
        name: values.name.trim(),
        roles: values.roles as NewMemberBody['roles'],
        ...(person ? { email } : { clientId: values.clientId.trim() }),
      },
      {
        onSuccess: ({ member, oneTimePassword }) => {
          const news: CouncilNews = {
            heading: t('member.added', { name: member.name }),
            ...(person ? { account: { name: member.name, email, password: oneTimePassword } } : {}),
          }
          flashOnNextPage(path, news)
          void navigate(path, { replace: true })
        },
        onError: (error) =>
          form.fail(
            error instanceof Problem && error.type === 'already-a-member'
              ? [
                  person
                    ? { field: 'email', text: t('memberError.email.taken') }
                    : { field: 'clientId', text: t('memberError.clientId.taken') },
                ]
              : formErrors(error, 'council:memberError'),
          ),
      },
    )
  }

  return (
    <Page heading={t('member.addHeading', { name: council.name })} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <Radios
          name="kind"
          legend={{ text: t('member.kind'), className: 'govuk-fieldset__legend--s' }}
          value={values.kind}
          onChange={form.set('kind')}
          items={[
            {
              value: 'person',
              text: t('member.person'),
              conditional: (
                <Input
                  label={{ text: t('member.email') }}
                  type="email"
                  autoComplete="off"
                  spellCheck={false}
                  error={form.error('email')}
                  {...form.text('email')}
                />
              ),
            },
            {
              value: 'machine',
              text: t('member.machine'),
              hint: t('member.machineHint'),
              conditional: (
                <Input
                  label={{ text: t('member.clientId') }}
                  autoComplete="off"
                  spellCheck={false}
                  error={form.error('clientId')}
                  {...form.text('clientId')}
                />
              ),
            },
          ]}
        />
        <Input
          label={{ text: t(person ? 'member.name' : 'member.machineName'), className: 'govuk-label--s' }}
          autoComplete="off"
          spellCheck={false}
          error={form.error('name')}
          {...form.text('name')}
        />
        <RoleFields roles={values.roles} onChange={form.set('roles')} error={form.error('roles')} />
        <Button busy={add.busy}>{t(add.busy ? 'member.adding' : 'member.add')}</Button>
      </form>
    </Page>
  )
}
