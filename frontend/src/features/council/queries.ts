import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { everyPage } from '../../api/every-page'
import type { CouncilSettings, MemberChange, NewCouncil, NewMember } from '../../api/types'
import { QUERY } from '../../api/query-keys'

export const councilsQuery = () =>
  queryOptions({
    queryKey: [QUERY.councils],
    queryFn: ({ signal }) =>
      everyPage((after?: string) =>
        ok(api.GET('/api/councils', { params: { query: after === undefined ? {} : { after } }, signal })),
      ),
  })

/** The register changes with a release only. */
export const authoritiesQuery = () =>
  queryOptions({
    queryKey: [QUERY.localAuthorities],
    queryFn: ({ signal }) =>
      everyPage((after?: string) =>
        ok(api.GET('/api/local-authorities', { params: { query: after === undefined ? {} : { after } }, signal })),
      ),
    staleTime: Infinity,
  })

export const councilRecordQuery = (councilId: string) =>
  queryOptions({
    queryKey: [QUERY.councils, councilId],
    queryFn: async ({ signal }) => {
      const { body, tag } = await okWithTag(
        api.GET('/api/councils/{councilId}', { params: { path: { councilId } }, signal }),
      )
      return { council: body, tag }
    },
  })

export const membersQuery = (councilId: string) =>
  queryOptions({
    queryKey: [QUERY.councils, councilId, 'members'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/councils/{councilId}/members', { params: { path: { councilId } }, signal })),
  })

export function useCreateCouncil() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (council: NewCouncil) => ok(api.POST('/api/councils', { body: council })),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.councils] }),
  })
}

export function useChangeSettings(councilId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ settings, tag }: { settings: CouncilSettings; tag: string }) =>
      ok(
        api.PUT('/api/councils/{councilId}/settings', {
          params: { path: { councilId }, header: { 'If-Match': tag } },
          body: settings,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.councils] }),
  })
}

export function useAddMember(councilId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (member: NewMember) =>
      ok(
        api.POST('/api/councils/{councilId}/members', {
          params: { path: { councilId } },
          body: member,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.councils, councilId] }),
  })
}

export function useChangeMember(councilId: string, memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, version }: { change: MemberChange; version: number }) =>
      ok(
        api.PUT('/api/councils/{councilId}/members/{memberId}', {
          params: { path: { councilId, memberId }, header: { 'If-Match': `"${version}"` } },
          body: change,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.councils, councilId] }),
  })
}

export function useRenewPassword(councilId: string, memberId: string) {
  return useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/councils/{councilId}/members/{memberId}/one-time-password', {
          params: { path: { councilId, memberId } },
        }),
      ),
  })
}
