import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { MemberTable } from '../team/member-table'
import { MailSent } from '../team/mail-sent'
import { activeLead, canBeReplaced, councilRecordQuery, emailDomainsQuery, membersQuery } from './queries'
import { CouncilSupport } from '../support/council-support'
import { supportOfQuery } from '../support/queries'
import { CouncilSuspension } from '../suspension/council-suspension'
import { GoLiveRequest } from '../setup/go-live-request'
import { setUpOfQuery } from '../setup/queries'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { SummaryList } from '../../govuk/summary-list'
import { Page } from '../../page/page'
import { unreadable } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { useFlashMessage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import type { CouncilNews } from './council-news'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const councilId = pathParam(args, 'councilId')
    void client.prefetchQuery(membersQuery(councilId))
    void client.prefetchQuery(setUpOfQuery(councilId))
    void client.prefetchQuery(supportOfQuery(councilId))
    return client.ensureQueryData({ ...councilRecordQuery(councilId), revalidateIfStale: true })
  },
  Component: CouncilPage,
})

function CouncilPage() {
  const { t } = useTranslation(['council', 'common'])
  const councilId = pathParam({ params: useParams() }, 'councilId')
  const { council } = useSuspenseQuery(councilRecordQuery(councilId)).data
  const members = useQuery(membersQuery(councilId))
  const domains = useQuery(emailDomainsQuery(councilId))
  const news = useFlashMessage<CouncilNews>()
  const path = paths.council(councilId)
  const none = t('common:notProvided')
  const change = (hidden: string) => ({
    actions: [{ text: t('common:change'), href: `${path}/settings`, hidden }],
  })
  return (
    <Page heading={council.name} back={{ href: paths.councils, text: t('council:back') }} wide>
      {news &&
        (news.account ? (
          <MailSent heading={news.heading} account={news.account} />
        ) : (
          <NotificationBanner success>{news.heading}</NotificationBanner>
        ))}
      <GoLiveRequest councilId={councilId} name={council.name} members={members.data?.items ?? []} />
      <section className="card">
        <h2 className="govuk-heading-m">{t('council:one.members')}</h2>
        {members.isError && (
          <InsetText role="alert">{unreadable(members.error, t('council:one.membersUnavailable'))}</InsetText>
        )}
        {members.isLoading && <Loading />}
        {members.data &&
          (members.data.items.length > 0 ? (
            <MemberTable
              members={members.data.items}
              memberAddress={(id) => `${path}/members/${id}`}
              linkText="council:members.look"
            />
          ) : (
            <p className="govuk-body">{t('council:members.empty')}</p>
          ))}
        {canBeReplaced(council, activeLead(members.data?.items)) && (
          <ButtonLink className="govuk-button--secondary" href={`${path}/members/new`}>
            {t('council:one.addMember')}
          </ButtonLink>
        )}
      </section>
      <CouncilSupport councilId={councilId} />
      <CouncilSuspension councilId={councilId} />
      <section className="card">
        <h2 className="govuk-heading-m">{t('council:one.settings')}</h2>
        <SummaryList
          className="govuk-summary-list--no-border"
          rows={[
            { key: t('council:one.name'), value: council.name, ...change(t('council:one.hidden.name')) },
            { key: t('council:one.alias'), value: council.alias },
            {
              key: t('council:one.talkingPoint'),
              value: council.talkingPoint,
              ...change(t('council:one.hidden.talkingPoint')),
            },
            {
              key: t('council:one.phone'),
              value: council.contactPhone ?? none,
              ...change(t('council:one.hidden.phone')),
            },
            {
              key: t('council:one.email'),
              value: <span className="breaks">{council.contactEmail ?? none}</span>,
              ...change(t('council:one.hidden.email')),
            },
            {
              key: t('council:one.domains'),
              value: domains.data
                ? domains.data.body.domains.join(', ') || t('council:one.domainsNone')
                : domains.isError && unreadable(domains.error, none),
              actions: [
                { text: t('common:change'), href: `${path}/email-domains`, hidden: t('council:one.hidden.domains') },
              ],
            },
            {
              key: t('council:one.kind'),
              value: council.demonstration ? t('council:demonstration') : t('council:live'),
            },
          ]}
        />
      </section>
    </Page>
  )
}
