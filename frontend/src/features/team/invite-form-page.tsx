import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { addressesIn, looksLikeAnAddress, MOST_ADDRESSES } from './addresses'
import { requestOf, useInviteSteps, type InviteForm } from './invite-steps'
import { RoleFields } from './member-fields'
import { usePreviewInvitations } from './queries'

export const page = { Component: InviteFormPage }

/** The addresses to invite, and their roles. */
function InviteFormPage() {
  const { t } = useTranslation(['team', 'common'])
  const { typed, keep } = useInviteSteps()
  const navigate = useNavigate()
  const form = useForm<InviteForm>(typed)
  const preview = usePreviewInvitations()
  const { values } = form

  function faults(): FormError<keyof InviteForm>[] {
    const addresses = addressesIn(values.emails)
    const wrong = addresses.filter((address) => !looksLikeAnAddress(address))
    const found: FormError<keyof InviteForm>[] = []
    if (addresses.length === 0) found.push({ field: 'emails', text: t('team:error.emails.none') })
    else if (wrong[0]) found.push({ field: 'emails', text: t('team:error.emails.format', { email: wrong[0] }) })
    else if (addresses.length > MOST_ADDRESSES) {
      found.push({ field: 'emails', text: t('team:error.emails.many', { count: addresses.length }) })
    }
    if (values.roles.length === 0) found.push({ field: 'roles', text: t('team:error.roles.other') })
    return found
  }

  function refused(error: Error) {
    const addresses = addressesIn(values.emails)
    const at = error instanceof Problem ? /^#\/emails\/(\d+)/.exec(error.fields[0]?.pointer ?? '')?.[1] : undefined
    const email = at === undefined ? undefined : addresses[Number(at)]
    form.fail(
      email ? [{ field: 'emails', text: t('team:error.emails.format', { email }) }] : formErrors(error, 'team:error'),
    )
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (preview.isPending || form.fail(faults())) return
    preview.mutate(requestOf(values), {
      onSuccess: (shown) => {
        keep(values, shown)
        void navigate(paths.checkInvite)
      },
      onError: refused,
    })
  }

  return (
    <Page heading={t('team:ask.heading')} back={{ href: paths.team, text: t('team:back') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <Textarea
          label={{ text: t('team:ask.emails'), className: 'govuk-label--s' }}
          hint={t('team:ask.emailsHint')}
          rows={6}
          autoComplete="off"
          spellCheck={false}
          error={form.error('emails')}
          {...form.text('emails')}
        />
        <RoleFields roles={values.roles} onChange={form.set('roles')} error={form.error('roles')} />
        <Button busy={preview.isPending}>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}
