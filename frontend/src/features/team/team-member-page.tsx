import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Member } from '../../api/types'
import { MemberEditor } from './member-editor'
import { teamQuery, useChangeTeamMember, useRenewTeamPassword, useResetSecondFactor } from './queries'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority, pathParam } from '../../page/guards'
import type { CouncilNews } from '../council/council-news'
import { paths } from '../../page/paths'

async function memberNow(client: QueryClient, memberId: string): Promise<Member> {
  // Never from the cache: an edit starts from the current state.
  const { items: members } = await client.fetchQuery({ ...teamQuery(), staleTime: 0 })
  const member = members.find((one) => one.id === memberId)
  if (!member) throw new Problem(404, {})
  return member
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'member:write')
    return memberNow(client, pathParam(args, 'memberId'))
  },
  shouldRevalidate: () => false,
  Component: TeamMemberPage,
})

function TeamMemberPage() {
  const { t } = useTranslation('team')
  const member = useLoaderData<Member>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const path = paths.team
  return (
    <MemberEditor
      member={member}
      back={{ href: path, text: t('back') }}
      change={useChangeTeamMember(member.id)}
      renew={useRenewTeamPassword(member.id)}
      reset={useResetSecondFactor(member.id)}
      read={() => memberNow(client, member.id)}
      onDone={(news: CouncilNews) => {
        flashOnNextPage(path, news)
        void navigate(path, { replace: true })
      }}
    />
  )
}
