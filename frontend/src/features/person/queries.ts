import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import type { PersonDetails } from '../../api/types'
import { QUERY } from '../../api/query-keys'

export const LEAST_LETTERS = 2

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: [QUERY.person, personId],
    queryFn: async ({ signal }) => {
      const { body, tag } = await okWithTag(
        api.GET('/api/people/{personId}', { params: { path: { personId } }, signal }),
      )
      return { person: body, tag }
    },
  })

/** The key begins like the person's own, so that a change of the person or of a booking makes both out of date. */
export const personBookingsQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: [QUERY.person, personId, 'bookings'],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/people/{personId}/bookings', {
          params: { path: { personId }, query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** A search is a POST, so that no name is ever in an address. */
export const peopleSearchQuery = (text: string) =>
  queryOptions({
    queryKey: [QUERY.people, text],
    queryFn: ({ signal }) => ok(api.POST('/api/people/search', { body: { text }, signal })),
    enabled: text.trim().length >= LEAST_LETTERS,
    gcTime: 60_000,
  })

/** The search sends only what distinguishes people. */
export function useDuplicateSearch() {
  return useMutation({
    mutationFn: ({ firstName, lastName, phone, dateOfBirth, street, nhsNumber }: PersonDetails) =>
      ok(
        api.POST('/api/people/duplicates', {
          body: {
            firstName,
            ...(lastName ? { lastName } : {}),
            ...(phone ? { phone } : {}),
            ...(dateOfBirth ? { dateOfBirth } : {}),
            ...(street ? { street } : {}),
            ...(nhsNumber ? { nhsNumber } : {}),
          },
        }),
      ),
  })
}

export function useAddPerson() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (details: PersonDetails) =>
      ok(api.POST('/api/people', { params: { header: { 'Idempotency-Key': keys.keyFor(details) } }, body: details })),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.people] })
    },
  })
}

export function useChangePerson(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ details, tag }: { details: PersonDetails; tag: string }) =>
      ok(
        api.PUT('/api/people/{personId}', {
          params: { path: { personId }, header: { 'If-Match': tag } },
          body: details,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [QUERY.person, personId] }),
        client.invalidateQueries({ queryKey: [QUERY.people] }),
        client.invalidateQueries({ queryKey: [QUERY.day] }),
      ]),
  })
}
