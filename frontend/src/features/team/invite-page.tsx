import type { QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useNavigate, useOutletContext } from 'react-router'
import { Problem } from '../../api/problem'
import type { InvitationPreview, NewInvitations } from '../../api/types'
import { RoleFields } from './member-fields'
import { addressesIn, looksLikeAnAddress, MOST_ADDRESSES } from './addresses'
import { useInvite, usePreviewInvitations } from './queries'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import type { CouncilNews } from '../council/council-news'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'

interface InviteForm {
  emails: string
  roles: string[]
}

/** The typed values, kept from one step to the other, with the service's answer. */
interface Steps {
  typed: InviteForm
  preview: InvitationPreview | undefined
  keep: (typed: InviteForm, preview: InvitationPreview) => void
}

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'member:write'),
  Component: InviteSteps,
})
export const ask = { Component: Ask }
export const check = { Component: Check }

function InviteSteps() {
  const [typed, setTyped] = useState<InviteForm>({ emails: '', roles: [] })
  const [preview, setPreview] = useState<InvitationPreview>()
  const keep = (form: InviteForm, shown: InvitationPreview) => {
    setTyped(form)
    setPreview(shown)
  }
  return <Outlet context={{ typed, preview, keep } satisfies Steps} />
}

const requestOf = (form: InviteForm): NewInvitations => ({
  emails: addressesIn(form.emails),
  roles: form.roles as NewInvitations['roles'],
})

function Ask() {
  const { t } = useTranslation(['team', 'common'])
  const { typed, keep } = useOutletContext<Steps>()
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

function Check() {
  const { t } = useTranslation(['team', 'council', 'common'])
  const { typed, preview } = useOutletContext<Steps>()
  const navigate = useNavigate()
  const invite = useSendOnce(useInvite())
  const form = useForm<{ nothing: string }>({ nothing: '' })
  if (!preview) return <Navigate to={paths.invite} replace />
  const goesTo = preview.addresses.filter((address) => address.verdict === 'sent')
  const leftOut = preview.addresses.filter((address) => address.verdict !== 'sent')

  function send(event: FormEvent) {
    event.preventDefault()
    invite.send(requestOf(typed), {
      onSuccess: ({ addresses }) => {
        const count = addresses.filter((address) => address.verdict === 'sent').length
        flashOnNextPage(paths.team, { heading: t('team:sent', { count }) } satisfies CouncilNews)
        void navigate(paths.team)
      },
      onError: (error) => form.fail(formErrors(error, 'team:error')),
    })
  }

  const change = (field: string, hidden: string) => ({
    actions: [{ text: t('common:change'), href: `${paths.invite}#${field}`, hidden }],
  })
  return (
    <Page heading={t('team:check.heading')} back={{ href: paths.invite }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          {
            key: t('team:check.to'),
            value: (
              <>
                {t('team:check.toCount', { count: goesTo.length })}
                {goesTo.length > 0 && (
                  <ul className="govuk-list govuk-list--bullet breaks">
                    {goesTo.map(({ email }) => (
                      <li key={email}>{email}</li>
                    ))}
                  </ul>
                )}
              </>
            ),
            ...change('emails', t('team:check.toHidden')),
          },
          {
            key: t('team:check.roles'),
            value: typed.roles.map((role) => lookup('council', 'role', role)).join(', '),
            ...change('roles', t('team:check.rolesHidden')),
          },
        ]}
      />
      {leftOut.length > 0 && (
        <>
          <h2 className="govuk-heading-s">{t('team:check.leftOut')}</h2>
          <ul className="govuk-list govuk-list--bullet breaks">
            {leftOut.map(({ email, verdict }) => (
              <li key={email}>{lookup('team', 'check', verdict, { email })}</li>
            ))}
          </ul>
        </>
      )}
      {goesTo.length === 0 ? (
        <InsetText>{t('team:check.noneLeft')}</InsetText>
      ) : (
        <>
          <h2 className="govuk-heading-m">{t('team:check.mail')}</h2>
          <p className="govuk-body">{t('team:check.mailHint')}</p>
          <div className="card letter">
            <p className="govuk-body">
              <b>{t('team:check.subject')}:</b> {preview.subject}
            </p>
            <p className="govuk-body letter__text">{preview.text}</p>
          </div>
          <form noValidate onSubmit={send}>
            <Button busy={invite.busy}>
              {invite.busy ? t('team:check.sending') : t('team:check.send', { count: goesTo.length })}
            </Button>
          </form>
        </>
      )}
    </Page>
  )
}
