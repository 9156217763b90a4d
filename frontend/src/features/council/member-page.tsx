import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Member } from '../../api/types'
import { activeLead, canBeReplaced, councilRecordQuery, membersQuery, useRenewPassword } from './queries'
import { Button } from '../../govuk/button'
import { SummaryList } from '../../govuk/summary-list'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { requireActing, pathParam } from '../../page/guards'
import { Link } from '../../page/link'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { lookup } from '../../text/lookup'
import type { CouncilNews } from './council-news'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<Member> => {
    await requireActing(client)
    const councilId = pathParam(args, 'councilId')
    await client.ensureQueryData(councilRecordQuery(councilId))
    const { items } = await client.fetchQuery({ ...membersQuery(councilId), staleTime: 0 })
    const member = items.find((one) => one.id === pathParam(args, 'memberId'))
    if (!member) throw new Problem(404, {})
    return member
  },
  shouldRevalidate: () => false,
  Component: MemberPage,
})

/** A member of a council as an operator sees one. Only a first lead who has not signed in can get the mail again. */
function MemberPage() {
  const { t } = useTranslation('council')
  const councilId = pathParam({ params: useParams() }, 'councilId')
  const { council } = useSuspenseQuery(councilRecordQuery(councilId)).data
  const member = useLoaderData<Member>()
  const navigate = useNavigate()
  const form = useForm({})
  const renew = useSendOnce(useRenewPassword(councilId, member.id))
  const path = paths.council(councilId)
  const { name, email } = member
  const waiting = canBeReplaced(council, activeLead([member]))

  function sendAgain() {
    renew.send(undefined, {
      onSuccess: () => {
        const news: CouncilNews = { heading: t('lead.sent', { name }) }
        flashOnNextPage(path, news)
        void navigate(path, { replace: true })
      },
      onError: (error) =>
        form.fail([
          {
            text:
              error instanceof Problem && error.type === 'has-signed-in'
                ? t('password.hasSignedIn', { name })
                : problemText(error),
          },
        ]),
    })
  }

  return (
    <Page heading={name} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          { key: t('members.signIn'), value: email ?? t('members.machine', { client: member.clientId }) },
          { key: t('members.roles'), value: member.roles.map((role) => lookup('council', 'role', role)).join(', ') },
          { key: t('lead.status'), value: t(member.status === 'active' ? 'members.active' : 'members.suspended') },
        ]}
      />
      {waiting ? (
        <>
          <h2 className="govuk-heading-m">{t('lead.againHeading')}</h2>
          <p className="govuk-body breaks">{t('lead.againBody', { name, email })}</p>
          <Button type="button" className="govuk-button--secondary" busy={renew.busy} onClick={sendAgain}>
            {t('lead.again')}
          </Button>
          <p className="govuk-body breaks">
            <Trans
              t={t}
              i18nKey="lead.correctBody"
              values={{ email }}
              components={{ appoint: <Link href={`${path}/members/new`} /> }}
            />
          </p>
        </>
      ) : (
        <p className="govuk-body">{t('lead.ofTheCouncil')}</p>
      )}
    </Page>
  )
}
