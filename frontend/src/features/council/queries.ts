import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { everyPage } from '../../api/every-page'
import type { CouncilRecord, CouncilSettings, LeadAppointment, Member, NewCouncil } from '../../api/types'
import { QUERY } from '../../api/query-keys'
import { csv } from '../file-import/csv'

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

/** The facts that operators have loaded about local authorities. */
export const factsQuery = () =>
  queryOptions({
    queryKey: [QUERY.localAuthorities, 'facts'],
    queryFn: ({ signal }) =>
      everyPage((after?: number) =>
        ok(
          api.GET('/api/local-authorities/facts', { params: { query: after === undefined ? {} : { after } }, signal }),
        ),
      ),
  })

/** Finds out what importing the file would do. */
export function usePreviewFacts() {
  return useMutation({
    mutationFn: (file: File) => ok(api.POST('/api/local-authorities/facts/import/preview', csv(file))),
  })
}

/** Imports the file. The same file twice changes nothing. */
export function useImportFacts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => ok(api.POST('/api/local-authorities/facts/import', csv(file))),
    onSuccess: () => client.invalidateQueries({ queryKey: factsQuery().queryKey }),
  })
}

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

/** The e-mail domains that are confirmed as the council's, with their version. */
export const emailDomainsQuery = (councilId: string) =>
  queryOptions({
    queryKey: [QUERY.councils, councilId, 'email-domains'],
    queryFn: ({ signal }) =>
      okWithTag(api.GET('/api/councils/{councilId}/email-domains', { params: { path: { councilId } }, signal })),
    staleTime: 0,
  })

export function useConfirmDomains(councilId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ domains, tag }: { domains: string[]; tag: string }) =>
      ok(
        api.PUT('/api/councils/{councilId}/email-domains', {
          params: { path: { councilId }, header: { 'If-Match': tag } },
          body: { domains },
        }),
      ),
    onSuccess: () => client.removeQueries({ queryKey: [QUERY.councils, councilId, 'email-domains'] }),
  })
}

/** Returns the lead who is a person and not suspended. While a council is being set up there is one. */
export const activeLead = (members: Member[] | undefined) =>
  members?.find(({ email, status, roles }) => email && status === 'active' && roles.includes('lead'))

/** Returns whether the operator may still appoint another person in place of this lead. */
export const canBeReplaced = (council: CouncilRecord, lead: Member | undefined) =>
  council.status === 'setting-up' && lead !== undefined && !lead.signedIn

/** Appoints the first lead of a council that is being set up. */
export function useAppointLead(councilId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (lead: LeadAppointment) =>
      ok(api.POST('/api/councils/{councilId}/members', { params: { path: { councilId } }, body: lead })),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.councils, councilId] }),
  })
}

/** Mails the first lead another one-time password, which no page shows. */
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
