import type { FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import type { InvitationPreview } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { lookup } from '../../text/lookup'
import type { CouncilNews } from '../council/council-news'
import { requestOf, useInviteSteps, type InviteForm } from './invite-steps'
import { useInvite } from './queries'

export const page = { Component: CheckInvitations }

/** Shows who gets which message, who is left out, and sends the invitations. */
function CheckInvitations() {
  const { t } = useTranslation(['team', 'council', 'common'])
  const { typed, preview } = useInviteSteps()
  const navigate = useNavigate()
  const invite = useSendOnce(useInvite())
  const form = useForm<{ nothing: string }>({ nothing: '' })
  if (!preview) return <Navigate to={paths.invite} replace />
  const goesTo = preview.addresses.filter((address) => address.verdict === 'sent')
  const leftOut = preview.addresses.filter((address) => address.verdict !== 'sent')

  function send(event: FormEvent) {
    event.preventDefault()
    invite.send(requestOf(typed), {
      onSuccess: ({ items }) => {
        const count = items.filter((address) => address.verdict === 'sent').length
        flashOnNextPage(paths.team, { heading: t('team:sent', { count }) } satisfies CouncilNews)
        void navigate(paths.team)
      },
      onError: (error) => form.fail(formErrors(error, 'team:error')),
    })
  }

  return (
    <Page heading={t('team:check.heading')} back={{ href: paths.invite }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <Summary typed={typed} addresses={goesTo} />
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
          <Letter preview={preview} />
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

function Summary({ typed, addresses }: { typed: InviteForm; addresses: InvitationPreview['addresses'] }) {
  const { t } = useTranslation(['team', 'common'])
  const change = (field: string, hidden: string) => ({
    actions: [{ text: t('common:change'), href: `${paths.invite}#${field}`, hidden }],
  })
  return (
    <SummaryList
      rows={[
        {
          key: t('team:check.to'),
          value: (
            <>
              {t('team:check.toCount', { count: addresses.length })}
              {addresses.length > 0 && (
                <ul className="govuk-list govuk-list--bullet breaks">
                  {addresses.map(({ email }) => (
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
  )
}

/** The message that each of them gets. */
function Letter({ preview }: { preview: InvitationPreview }) {
  const { t } = useTranslation('team')
  return (
    <>
      <h2 className="govuk-heading-m">{t('check.mail')}</h2>
      <p className="govuk-body">{t('check.mailHint')}</p>
      <div className="card letter">
        <p className="govuk-body">
          <Trans t={t} i18nKey="check.subject" values={{ subject: preview.subject }} components={{ b: <b /> }} />
        </p>
        <p className="govuk-body letter__text">{preview.text}</p>
      </div>
    </>
  )
}
