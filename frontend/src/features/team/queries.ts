import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import type { NewInvitations, SecondFactorReset, TeamMemberChange } from '../../api/types'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'

export const teamQuery = () =>
  queryOptions({ queryKey: [QUERY.team], queryFn: ({ signal }) => ok(api.GET('/api/members', { signal })) })

export const invitationsQuery = () =>
  queryOptions({ queryKey: [QUERY.invitations], queryFn: ({ signal }) => ok(api.GET('/api/invitations', { signal })) })

export function useChangeTeamMember(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, version }: { change: TeamMemberChange; version: number }) =>
      ok(
        api.PUT('/api/members/{memberId}', {
          params: { path: { memberId }, header: { 'If-Match': `"${version}"` } },
          body: change,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.team] }),
  })
}

/** Mails it: no lead sees it. */
export function useRenewTeamPassword(memberId: string) {
  return useMutation({
    mutationFn: () => ok(api.POST('/api/members/{memberId}/one-time-password', { params: { path: { memberId } } })),
  })
}

/** Whether a member has a second factor, and whether it is the lead's own. */
export const secondFactorQuery = (memberId: string) =>
  queryOptions({
    queryKey: [QUERY.team, memberId, 'second-factor'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/members/{memberId}/second-factor', { params: { path: { memberId } }, signal })),
    staleTime: 0,
  })

/** Signs the member out everywhere and mails them. */
export function useResetSecondFactor(memberId: string) {
  return useMutation({
    mutationFn: (body: SecondFactorReset) =>
      ok(api.POST('/api/members/{memberId}/second-factor-reset', { params: { path: { memberId } }, body })),
  })
}

export function usePreviewInvitations() {
  return useMutation({
    mutationFn: (body: NewInvitations) => ok(api.POST('/api/invitations/preview', { body })),
  })
}

export function useInvite() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewInvitations) =>
      ok(api.POST('/api/invitations', { params: { header: { 'Idempotency-Key': keys.keyFor(body) } }, body })),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.invitations] })
    },
  })
}

export function useSendAgain(invitationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      ok(api.POST('/api/invitations/{invitationId}/send-again', { params: { path: { invitationId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.invitations] }),
  })
}

export function useRevoke(invitationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => ok(api.POST('/api/invitations/{invitationId}/revoke', { params: { path: { invitationId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.invitations] }),
  })
}
