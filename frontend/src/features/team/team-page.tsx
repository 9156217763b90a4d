import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MemberTable } from './member-table'
import { InvitationTable } from './invitation-table'
import { invitationsQuery, teamQuery } from './queries'
import { SupportAccess, SupportBanner } from '../support/support-access'
import { supportQuery } from '../support/queries'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { WarningText } from '../../govuk/warning-text'
import { useMay } from '../../page/authorities'
import { Page } from '../../page/page'
import { unreadable } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { useFlashMessage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import type { CouncilNews } from '../council/council-news'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireAuthority(client, 'member:read')
    void client.prefetchQuery(invitationsQuery())
    void client.prefetchQuery(supportQuery())
    return client.ensureQueryData({ ...teamQuery(), revalidateIfStale: true })
  },
  Component: TeamPage,
})

function TeamPage() {
  const { t } = useTranslation(['team', 'council'])
  const may = useMay()
  const team = useQuery(teamQuery())
  const invitations = useQuery(invitationsQuery())
  const people = team.data?.items.filter(({ clientId }) => !clientId) ?? []
  const machines = team.data?.items.filter(({ clientId }) => clientId) ?? []
  const news = useFlashMessage<CouncilNews>()
  return (
    <Page heading={t('team:heading')} wide>
      {news && <NotificationBanner success>{news.heading}</NotificationBanner>}
      <SupportBanner />
      {team.data && team.data.activeLeads < 2 && (
        <>
          <WarningText>{t('team:oneLead')}</WarningText>
          <p className="govuk-body">{t('team:oneLeadAction')}</p>
        </>
      )}
      {may('member:write') && <ButtonLink href={paths.invite}>{t('team:invite')}</ButtonLink>}
      <section className="card">
        <h2 className="govuk-heading-m">{t('team:members')}</h2>
        {team.isError && <InsetText role="alert">{unreadable(team.error, t('team:membersUnavailable'))}</InsetText>}
        {team.isLoading && <Loading />}
        {team.data && <MemberTable members={people} memberAddress={paths.teamMember} />}
      </section>
      {machines.length > 0 && (
        <section className="card">
          <h2 className="govuk-heading-m">{t('team:machines.heading')}</h2>
          <p className="govuk-body">{t('team:machines.intro')}</p>
          <MemberTable members={machines} memberAddress={paths.teamMember} caption={t('team:machines.heading')} />
        </section>
      )}
      <section className="card">
        <h2 className="govuk-heading-m">{t('team:open.heading')}</h2>
        {invitations.isError && (
          <InsetText role="alert">{unreadable(invitations.error, t('team:invitationsUnavailable'))}</InsetText>
        )}
        {invitations.isLoading && <Loading />}
        {invitations.data &&
          (invitations.data.items.length > 0 ? (
            <InvitationTable invitations={invitations.data.items} />
          ) : (
            <p className="govuk-body">{t('team:open.none')}</p>
          ))}
      </section>
      <SupportAccess />
    </Page>
  )
}
