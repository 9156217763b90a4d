import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { Problem } from '../../api/problem'
import { QUERY } from '../../api/query-keys'
import type { EvidenceDraft, EvidenceNote, NewEvidenceNote } from '../../api/types'

export type Section = EvidenceDraft['content']['sections'][number]['section']

/** The quality statements, the figures rounded for publication, and the notes. */
export const evidenceQuery = () =>
  queryOptions({
    queryKey: [QUERY.evidence],
    queryFn: ({ signal }) => ok(api.GET('/api/evidence', { signal })),
    refetchOnWindowFocus: false,
  })

/** The published reports, the latest first. */
export const reportsQuery = () =>
  queryOptions({
    queryKey: [QUERY.evidenceReports],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(api.GET('/api/evidence-reports', { params: { query: after ? { after } : {} }, signal })),
      ),
  })

/** A published report. It never changes. */
export const reportQuery = (reportId: string) =>
  queryOptions({
    queryKey: [QUERY.evidenceReports, reportId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/evidence-reports/{reportId}', { params: { path: { reportId } }, signal })),
    staleTime: Infinity,
  })

/** The draft of the next report; null if there is none. */
export const draftQuery = () =>
  queryOptions({
    queryKey: [QUERY.evidenceDraft],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/evidence-draft', { signal })).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) return null
        throw error
      }),
    staleTime: 0,
  })

/** Writes a note, once however often it is pressed. */
export function useAddNote() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewEvidenceNote) =>
      ok(api.POST('/api/evidence-notes', { params: { header: { 'Idempotency-Key': keys.keyFor(body) } }, body })),
    onSuccess: () => keys.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.evidence] }),
  })
}

/** Changes or removes a note. */
export function useChangeNote({ id, version }: EvidenceNote) {
  const client = useQueryClient()
  const params = { path: { evidenceNoteId: id }, header: { 'If-Match': `"${version}"` } }
  return useMutation({
    mutationFn: (change: NewEvidenceNote | 'delete'): Promise<unknown> =>
      change === 'delete'
        ? ok(api.DELETE('/api/evidence-notes/{evidenceNoteId}', { params }))
        : ok(api.PUT('/api/evidence-notes/{evidenceNoteId}', { params, body: change })),
    // Also after a refusal: it may be because the note has changed.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.evidence] }),
  })
}

/** Makes the draft of the next report. */
export function useBeginDraft() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      ok(api.POST('/api/evidence-draft', { params: { header: { 'Idempotency-Key': keys.keyFor('') } } })),
    onSuccess: () => keys.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.evidenceDraft] }),
  })
}

/** Writes a section of the draft. */
export function useWriteSection(section: Section) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ text, version }: { text: string; version: number }) =>
      ok(
        api.PUT('/api/evidence-draft/sections/{section}', {
          params: { path: { section }, header: { 'If-Match': `"${version}"` } },
          body: { text },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.evidenceDraft] }),
  })
}

/** Takes the figures and notes as they are now into the draft, or deletes it. */
export function useChangeDraft(version: number) {
  const client = useQueryClient()
  const params = { header: { 'If-Match': `"${version}"` } }
  return useMutation({
    mutationFn: (change: 'refresh' | 'delete'): Promise<unknown> =>
      change === 'delete'
        ? ok(api.DELETE('/api/evidence-draft', { params }))
        : ok(api.POST('/api/evidence-draft/refresh', { params })),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.evidenceDraft] }),
  })
}

/** Publishes the draft, once however often it is pressed. */
export function usePublish() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      ok(
        api.POST('/api/evidence-reports', {
          params: { header: { 'Idempotency-Key': keys.keyFor(version), 'If-Match': `"${version}"` } },
        }),
      ),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.evidenceReports] })
    },
    // Another lead may have changed or published it.
    onError: () => client.invalidateQueries({ queryKey: [QUERY.evidenceDraft] }),
  })
}
