import { useLayoutEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { Joined as JoinedCouncil, OpenInvitation } from '../../api/types'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { SummaryList } from '../../govuk/summary-list'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { dayAndTime } from '../../text/dates'
import { reasonOf, type Reason } from './invitation-problem'
import { Joined } from './joined'
import { useAccept } from './queries'
import { RefusedInvitation } from './refused-invitation'

interface JoinForm {
  email: string
  name: string
}

/** Asks for the name and the invited address of the new member. */
export function AcceptInvitation({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { t } = useTranslation(['invitation', 'council'])
  const form = useForm<JoinForm>({ email: '', name: '' })
  const accept = useSendOnce(useAccept(token))
  const [joined, setJoined] = useState<JoinedCouncil>()
  const [over, setOver] = useState<Reason>()
  const { values } = form
  const { council } = invitation

  useLayoutEffect(() => {
    if (joined || over) document.querySelector('h1')?.focus()
  }, [joined, over])

  function faults(): FormError<keyof JoinForm>[] {
    const found: FormError<keyof JoinForm>[] = []
    if (!values.email.trim()) found.push({ field: 'email', text: t('invitation:error.email.NotBlank') })
    if (!values.name.trim()) found.push({ field: 'name', text: t('invitation:error.name.NotBlank') })
    return found
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    accept.send(
      { email: values.email.trim(), name: values.name.trim() },
      {
        onSuccess: setJoined,
        onError: (error) => {
          const reason = error instanceof Problem && error.type === 'invalid' ? undefined : reasonOf(error)
          if (reason) setOver(reason)
          else if (error instanceof Problem && error.type === 'invitation-for-another') {
            form.fail([{ field: 'email', text: t('invitation:error.email.another') }])
          } else form.fail(formErrors(error, 'invitation:error'))
        },
      },
    )
  }

  if (over) return <RefusedInvitation reason={over} />
  if (joined) return <Joined joined={joined} email={values.email.trim()} />
  return (
    <Page heading={t('invitation:heading', { council })} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body-l">{t('invitation:intro', { council })}</p>
      <SummaryList
        rows={[
          {
            key: t('invitation:role'),
            value: invitation.roles.map((role) => t(`council:role.${role}`)).join(', '),
          },
          ...(invitation.expiresAt ? [{ key: t('invitation:until'), value: dayAndTime(invitation.expiresAt) }] : []),
        ]}
      />
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: t('invitation:email'), className: 'govuk-label--s' }}
          hint={t('invitation:emailHint')}
          type="email"
          autoComplete="email"
          spellCheck={false}
          error={form.error('email')}
          {...form.text('email')}
        />
        <Input
          label={{ text: t('invitation:name'), className: 'govuk-label--s' }}
          hint={t('invitation:nameHint')}
          autoComplete="name"
          spellCheck={false}
          error={form.error('name')}
          {...form.text('name')}
        />
        <Button busy={accept.busy}>{t(accept.busy ? 'invitation:accepting' : 'invitation:accept')}</Button>
      </form>
    </Page>
  )
}
