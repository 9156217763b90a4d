import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Member } from '../../api/types'
import { MemberEditor } from '../team/member-editor'
import { membersQuery, useChangeMember, useRenewPassword } from './queries'
import { flashOnNextPage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import type { CouncilNews } from './council-news'
import { paths } from '../../page/paths'

async function memberNow(client: QueryClient, councilId: string, memberId: string): Promise<Member> {
  // Never from the cache: an edit starts from the current state.
  const { items: members } = await client.fetchQuery({ ...membersQuery(councilId), staleTime: 0 })
  const member = members.find((one) => one.id === memberId)
  if (!member) throw new Problem(404, {})
  return member
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return memberNow(client, pathParam(args, 'councilId'), pathParam(args, 'memberId'))
  },
  shouldRevalidate: () => false,
  Component: MemberPage,
})

function MemberPage() {
  const councilId = pathParam({ params: useParams() }, 'councilId')
  const member = useLoaderData<Member>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const path = paths.council(councilId)
  return (
    <MemberEditor
      member={member}
      back={{ href: path }}
      change={useChangeMember(councilId, member.id)}
      renew={useRenewPassword(councilId, member.id)}
      read={() => memberNow(client, councilId, member.id)}
      onDone={(news: CouncilNews) => {
        flashOnNextPage(path, news)
        void navigate(path, { replace: true })
      }}
    />
  )
}
