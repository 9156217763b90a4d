import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { AboutMeChange, Communication, NewCommunication, SentenceDetails } from '../../api/types'

/** The sentences of About me, with those that were taken away. */
export const aboutMeQuery = (personId: string) =>
  queryOptions({
    queryKey: [QUERY.aboutMe, personId],
    queryFn: ({ signal }) =>
      everyPage((after: string | undefined) =>
        ok(
          api.GET('/api/people/{personId}/about-me', {
            params: { path: { personId }, query: after ? { after } : {} },
            signal,
          }),
        ),
      ),
  })

/** Adds a sentence, once however often it is pressed. */
export function useAddSentence(personId: string) {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SentenceDetails) =>
      ok(
        api.POST('/api/people/{personId}/about-me', {
          params: { path: { personId }, header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.aboutMe, personId] }),
  })
}

interface SentenceChange {
  sentenceId: string
  version: number
  change: AboutMeChange
}

/** Changes a sentence, takes it away or puts it back. */
export function useChangeSentence(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ sentenceId, version, change }: SentenceChange) =>
      ok(
        api.PUT('/api/people/{personId}/about-me/{sentenceId}', {
          params: { path: { personId, sentenceId }, header: { 'If-Match': `"${version}"` } },
          body: change,
        }),
      ),
    // Also after a refusal: it may be because the sentence has changed.
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY.aboutMe, personId] }),
  })
}

/** The members who looked at About me together with the person in a conversation. */
export const looksQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [QUERY.aboutMeLooks, conversationId],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/conversations/{conversationId}/about-me-looks', { params: { path: { conversationId } }, signal }),
      ),
  })

export function useNoteLook(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (personId: string) =>
      ok(
        api.POST('/api/conversations/{conversationId}/about-me-looks/{personId}', {
          params: { path: { conversationId, personId } },
        }),
      ),
    onSuccess: (looks) => client.setQueryData(looksQuery(conversationId).queryKey, looks),
  })
}

/** How a person gets letters, and when the communication needs are reviewed. */
export const communicationQuery = (personId: string) =>
  queryOptions({
    queryKey: [QUERY.communication, personId],
    queryFn: async ({ signal }): Promise<{ communication: Communication; tag: string }> => {
      const { body, tag } = await okWithTag(
        api.GET('/api/people/{personId}/communication', { params: { path: { personId } }, signal }),
      )
      return { communication: body, tag }
    },
  })

export function useChangeCommunication(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, tag }: { body: NewCommunication; tag: string }) =>
      ok(
        api.PUT('/api/people/{personId}/communication', {
          params: { path: { personId }, header: { 'If-Match': tag } },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [QUERY.communication, personId] }),
        client.invalidateQueries({ queryKey: [QUERY.overdueReviews] }),
      ]),
  })
}

/** The people whose communication needs are overdue for a review. */
export const overdueReviewsQuery = () =>
  infiniteQueryOptions({
    queryKey: [QUERY.overdueReviews],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/communication-reviews', {
          params: { query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
