import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Invitation } from '../../api/types'
import { InvitationStatusTag } from './invitation-table'
import { invitationsQuery, useRevoke, useSendAgain } from './queries'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority, pathParam } from '../../page/guards'
import { dayAndTime } from '../../text/dates'
import type { CouncilNews } from '../council/council-news'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'member:read')
    const { items: invitations } = await client.fetchQuery({ ...invitationsQuery(), staleTime: 0 })
    const found = invitations.find((one) => one.id === pathParam(args, 'invitationId'))
    if (!found) throw new Problem(404, {})
    return found
  },
  shouldRevalidate: () => false,
  Component: InvitationPage,
})

function InvitationPage() {
  const { t } = useTranslation(['team', 'council'])
  const invitation = useLoaderData<Invitation>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const again = useSendOnce(useSendAgain(invitation.id))
  const revoke = useSendOnce(useRevoke(invitation.id))
  const { email, status } = invitation

  const then = (heading: string) => ({
    onSuccess: () => {
      flashOnNextPage(paths.team, { heading } satisfies CouncilNews)
      void client.invalidateQueries(invitationsQuery()).then(() => navigate(paths.team))
    },
    onError: (error: Error) => form.fail([{ text: problemText(error) }]),
  })

  return (
    <Page
      heading={<span className="breaks">{t('team:one.heading', { email })}</span>}
      title={t('team:open.heading')}
      back={{ href: paths.team, text: t('team:back') }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          {
            key: t('team:one.roles'),
            value: invitation.roles.map((role) => t(`council:role.${role}`)).join(', '),
          },
          { key: t('team:one.status'), value: <InvitationStatusTag status={status} /> },
          { key: t('team:one.by'), value: invitation.invitedByName },
          { key: t('team:one.at'), value: dayAndTime(invitation.invitedAt) },
          ...(invitation.expiresAt ? [{ key: t('team:one.until'), value: dayAndTime(invitation.expiresAt) }] : []),
        ]}
      />
      {status === 'refused' && <InsetText>{t('team:one.refusedHelp')}</InsetText>}
      <p className="govuk-body">{t('team:one.againHint')}</p>
      <Button
        type="button"
        className="govuk-button--secondary"
        busy={again.busy || revoke.busy}
        onClick={() => again.send(undefined, then(t('team:one.againDone', { email })))}
      >
        {t('team:one.again')}
      </Button>
      <p className="govuk-body">{t('team:one.revokeHint')}</p>
      <Button
        type="button"
        className="govuk-button--warning"
        busy={again.busy || revoke.busy}
        onClick={() => revoke.send(undefined, then(t('team:one.revokeDone', { email })))}
      >
        {t('team:one.revoke')}
      </Button>
    </Page>
  )
}
