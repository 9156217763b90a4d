import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { everyPage } from '../../api/every-page'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { IntroductionAnswer, IntroductionOffer, NewIntroductionQuestion } from '../../api/types'

const INTRODUCTIONS = [QUERY.comparisons, 'introductions']

/** The questions of the council. It asks four times a year, and a question is kept for a year, so one page has them all. */
export const questionsQuery = () =>
  queryOptions({
    queryKey: [...INTRODUCTIONS, 'questions'],
    queryFn: ({ signal }) => ok(api.GET('/api/introductions/questions', { signal })),
    staleTime: 0,
  })

/** The questions to the council, the latest first. */
export const requestsQuery = () =>
  queryOptions({
    queryKey: [...INTRODUCTIONS, 'requests'],
    queryFn: ({ signal }) =>
      everyPage((after?: string) =>
        ok(
          api.GET('/api/introductions/requests', {
            params: { query: after === undefined ? {} : { after } },
            signal,
          }),
        ),
      ),
    staleTime: 0,
  })

/** The rates that the council offers to talk about. */
export const offerQuery = () =>
  queryOptions({
    queryKey: [...INTRODUCTIONS, 'offer'],
    queryFn: ({ signal }) => ok(api.GET('/api/introductions/offer', { signal })),
    staleTime: 0,
  })

/** Asks once, however often it is pressed. */
export function useAsk() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewIntroductionQuestion) =>
      ok(
        api.POST('/api/introductions/questions', {
          params: { header: { 'Idempotency-Key': keys.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => client.invalidateQueries({ queryKey: INTRODUCTIONS }),
  })
}

/** Takes a question back. */
export function useWithdraw(questionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      ok(api.POST('/api/introductions/questions/{questionId}/withdraw', { params: { path: { questionId } } })),
    // Also after a refusal: the question may be over.
    onSettled: () => client.invalidateQueries({ queryKey: INTRODUCTIONS }),
  })
}

/** Answers a request. */
export function useAnswer(requestId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (answer: IntroductionAnswer) =>
      ok(
        api.POST('/api/introductions/requests/{requestId}/answer', {
          params: { path: { requestId } },
          body: { answer },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: INTRODUCTIONS }),
  })
}

/** Replaces what the council offers, if it still has this version. */
export function useChangeOffer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ rates, version }: IntroductionOffer) =>
      ok(
        api.PUT('/api/introductions/offer', {
          params: { header: { 'If-Match': `"${version}"` } },
          body: { rates },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: INTRODUCTIONS }),
  })
}
