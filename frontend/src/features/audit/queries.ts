import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { QUERY } from '../../api/query-keys'

/** The filter, as it is in the address. */
export interface Wanted {
  kind?: string
  memberId?: string
  subjectId?: string
  from?: string
  to?: string
  after?: string
}

/** Each service keeps its own record: of people and their bookings, and of the team and its settings. */
export const RECORDS = ['work', 'team'] as const
export type Kept = (typeof RECORDS)[number]

const AT = { work: '/api/audit', team: '/api/settings/audit' } as const

export const auditQuery = (record: Kept, wanted: Wanted) =>
  queryOptions({
    queryKey: [QUERY.audit, record, wanted],
    queryFn: ({ signal }) => ok(api.GET(`${AT[record]}/events` as const, { params: { query: wanted }, signal })),
  })

/** Finds a person by the reference. The reference travels in the body, so that it is in no address. */
export const findSubject = (reference: string) => ok(api.POST('/api/audit/subjects/search', { body: { reference } }))

/** The address of a file of all events that match the filter. */
export function exportOf(record: Kept, wanted: Wanted): string {
  const filter = Object.entries(wanted).filter(([name]) => name !== 'after')
  return `${AT[record]}/export?${new URLSearchParams(filter).toString()}`
}

/** The address of a download of the record's end, to keep it elsewhere. */
export const anchorOf = (record: Kept) => `${AT[record]}/anchor`

export const accessLogQuery = (personId: string, after?: string) =>
  queryOptions({
    queryKey: [QUERY.accessLog, personId, after],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/people/{personId}/access-log', {
          params: { path: { personId }, query: after ? { after } : {} },
          signal,
        }),
      ),
  })

export interface Verdict {
  record: Kept
  events: number
  findings: { seq: number; what: string }[]
  ends: number
  lastEnd?: string
}

/**
 * Checks a record against its ends as the other service keeps them, out of reach of anyone who could change the
 * record.
 */
async function verified(record: Kept): Promise<Verdict> {
  const other = AT[record === 'work' ? 'team' : 'work']
  const { items: anchors } = await ok(api.GET(`${other}/anchors` as const, {}))
  const { events, findings } = await ok(
    api.POST(`${AT[record]}/verifications` as const, {
      body: { anchors: anchors.map(({ seq, hash }) => ({ seq, hash })) },
    }),
  )
  return { record, events, findings, ends: anchors.length, ...(anchors[0] && { lastEnd: anchors[0].at }) }
}

export function useVerification() {
  return useMutation({ mutationFn: () => Promise.all(RECORDS.map(verified)) })
}
