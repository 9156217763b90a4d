import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { Problem } from '../../api/problem'
import { sessionQuery } from '../../api/queries'
import { signInAddress, type Session } from '../../api/session'
import type { Joined, OpenInvitation } from '../../api/types'
import { preview, useAccept } from './queries'
import { Button, ButtonLink } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { Panel } from '../../govuk/panel'
import { SummaryList } from '../../govuk/summary-list'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { usePageTitle } from '../../page/title'
import { dayAndTime } from '../../text/dates'

type Reason = 'unknown' | 'used' | 'expired' | 'revoked' | 'locked' | 'member'

const REASONS: Record<string, Reason> = {
  'invitation-unknown': 'unknown',
  'invitation-used': 'used',
  'invitation-expired': 'expired',
  'invitation-revoked': 'revoked',
  'invitation-locked': 'locked',
  'already-a-member': 'member',
  invalid: 'unknown',
}

function reasonOf(error: unknown): Reason | undefined {
  return error instanceof Problem ? REASONS[error.type] : undefined
}

type Known =
  | { kind: 'open'; token: string; invitation: OpenInvitation }
  | { kind: 'no'; reason: Reason }
  | { kind: 'signed-in'; session: Session }

async function sessionIfAny(client: QueryClient): Promise<Session | undefined> {
  try {
    return await client.ensureQueryData(sessionQuery())
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return undefined
    throw error
  }
}

/** Taken before anything else, so that it is in no history of this browser and in nothing that is sent. */
function tokenOfThisPage(): string {
  const token = window.location.hash.slice(1)
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname)
  return token
}

export const page = (client: QueryClient) => ({
  loader: async (): Promise<Known> => {
    const token = tokenOfThisPage()
    const session = await sessionIfAny(client)
    if (session) return { kind: 'signed-in', session }
    if (!token) return { kind: 'no', reason: 'unknown' }
    try {
      return { kind: 'open', token, invitation: await preview(token) }
    } catch (error) {
      const reason = reasonOf(error)
      if (!reason) throw error
      return { kind: 'no', reason }
    }
  },
  shouldRevalidate: () => false,
  Component: Join,
})

function Join() {
  const known = useLoaderData<Known>()
  // A link that is opened in the tab of this page changes only what follows the #.
  useEffect(() => {
    const reload = () => window.location.reload()
    window.addEventListener('hashchange', reload)
    return () => window.removeEventListener('hashchange', reload)
  }, [])
  if (known.kind === 'signed-in') return <SignedIn session={known.session} />
  if (known.kind === 'no') return <No reason={known.reason} />
  return <Accept token={known.token} invitation={known.invitation} />
}

function No({ reason }: { reason: Reason }) {
  const { t } = useTranslation('invitation')
  return (
    <Page heading={t(`no.${reason}.heading`)} title={t('no.title')}>
      <p className="govuk-body">{t(`no.${reason}.body`)}</p>
      {(reason === 'used' || reason === 'member') && (
        <ButtonLink href={signInAddress('/')}>{t('joined.signIn')}</ButtonLink>
      )}
    </Page>
  )
}

/** A person who has signed in is a member already; the invitation may be for another person. */
function SignedIn({ session }: { session: Session }) {
  const { t } = useTranslation('invitation')
  return (
    <Page heading={t('signedIn.heading', { name: session.name })} title={t('title')}>
      <p className="govuk-body">{t('signedIn.body')}</p>
      <p className="govuk-body">{t('signedIn.notYours')}</p>
      <form method="post" action="/sign-out">
        <input type="hidden" name="_csrf" value={session.csrf.token} />
        <Button>{t('signedIn.signOut')}</Button>
      </form>
    </Page>
  )
}

interface JoinForm {
  email: string
  name: string
}

function Accept({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { t } = useTranslation(['invitation', 'council'])
  const form = useForm<JoinForm>({ email: '', name: '' })
  const accept = useSendOnce(useAccept(token))
  const [joined, setJoined] = useState<Joined>()
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

  if (over) return <No reason={over} />
  if (joined) return <Done joined={joined} email={values.email.trim()} />
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

function Done({ joined, email }: { joined: Joined; email: string }) {
  const { t } = useTranslation('invitation')
  const heading = t('joined.heading', { council: joined.council })
  usePageTitle(heading)
  return (
    <main className="govuk-main-wrapper column" id="content">
      <Panel title={heading} />
      {joined.oneTimePassword ? (
        <>
          <h2 className="govuk-heading-m">{t('joined.password')}</h2>
          <p className="govuk-body">{t('joined.passwordBody', { email })}</p>
          <p className="govuk-body">
            <code className="password">{joined.oneTimePassword}</code>
          </p>
          <p className="govuk-body">{t('joined.once')}</p>
        </>
      ) : (
        <p className="govuk-body">{t('joined.known', { email })}</p>
      )}
      <ButtonLink href={signInAddress('/')}>{t('joined.signIn')}</ButtonLink>
    </main>
  )
}
