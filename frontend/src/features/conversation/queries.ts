import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { api, ok, okWithTag } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { QUERY } from '../../api/query-keys'
import type { NewConversation } from '../../api/types'
import type { DraftBox, SavedBox } from './draft-box'

/** One record. The page hears of changes by its own, so that a look at another window reads no content again. */
export function conversationQuery(conversationId: string) {
  return {
    queryKey: [QUERY.conversation, conversationId],
    queryFn: async () => {
      const { body, tag } = await okWithTag(
        api.GET('/api/conversations/{conversationId}', { params: { path: { conversationId } } }),
      )
      return { conversation: body, tag }
    },
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }
}

/** The records that are not finished. */
export const draftsQuery = (recordedBy: 'me' | 'all') =>
  infiniteQueryOptions({
    queryKey: [QUERY.conversations, recordedBy],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/conversations', {
          params: { query: { status: 'draft', recordedBy, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** The records about a person, without their text. */
export const personConversationsQuery = (personId: string) =>
  queryOptions({
    queryKey: [QUERY.conversations, 'of', personId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/people/{personId}/conversations', { params: { path: { personId } }, signal })),
  })

export const revisionsQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: [QUERY.conversation, conversationId, 'revisions'],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/conversations/{conversationId}/revisions', {
          params: { path: { conversationId }, query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export function useCreateConversation() {
  const keys = useCreationKeys()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewConversation) =>
      ok(api.POST('/api/conversations', { params: { header: { 'Idempotency-Key': keys.keyFor(body) } }, body })),
    onSuccess: () => {
      keys.done()
      return client.invalidateQueries({ queryKey: [QUERY.conversations] })
    },
  })
}

/** How long an answer may take. A request on a dead connection would block the box. */
const LONGEST_MS = 20_000

/** Saves the words of a box over the version that they began with. */
export async function saveBox({ conversationId, promptId, base, text, fromTool }: DraftBox): Promise<SavedBox> {
  return ok(
    api.PUT('/api/conversations/{conversationId}/boxes/{promptId}', {
      params: { path: { conversationId, promptId }, header: { 'If-Match': `"${base.version}"` } },
      body: { text, fromTool },
      signal: AbortSignal.timeout(LONGEST_MS),
    }),
  )
}

/** Says that the caller has the record open, and in which box they write. Answers who else has, and the versions. */
export function noteWriter(conversationId: string, promptId: string | undefined) {
  return ok(
    api.POST('/api/conversations/{conversationId}/writers/me', {
      params: { path: { conversationId } },
      body: promptId === undefined ? {} : { promptId },
    }),
  )
}

export function leaveWriters(conversationId: string) {
  return ok(
    api.DELETE('/api/conversations/{conversationId}/writers/me', {
      params: { path: { conversationId } },
      keepalive: true,
    }),
  )
}

/** Reads a record and the lists again, also after a refusal: it may be because another member has changed the record. */
function readAgain(client: QueryClient, conversationId: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: [QUERY.conversation, conversationId], exact: true }),
    client.invalidateQueries({ queryKey: [QUERY.conversations] }),
  ])
}

/** Names the members of staff who may read the record; none lifts the restriction. */
export function useChangeReaders(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ memberIds, tag }: { memberIds: string[]; tag: string }) =>
      ok(
        api.PUT('/api/conversations/{conversationId}/readers', {
          params: { path: { conversationId }, header: { 'If-Match': tag } },
          body: { memberIds },
        }),
      ),
    onSettled: () => readAgain(client, conversationId),
  })
}

/** The restricted records that no member may open, and the members whom the lead can name. */
export const withoutReadersQuery = () =>
  infiniteQueryOptions({
    queryKey: [QUERY.withoutReaders],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/conversations-without-readers', {
          params: { query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })

export function useNameReaders(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (memberIds: string[]) =>
      ok(
        api.POST('/api/conversations-without-readers/{conversationId}/readers', {
          params: { path: { conversationId } },
          body: { memberIds },
        }),
      ),
    // Also after a refusal: another lead may have been faster.
    onSettled: () =>
      Promise.all([QUERY.withoutReaders, QUERY.overdue].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}

type PeopleChange = { add: string } | { remove: string }

/** Adds a person to the record, or takes one out, if no one has changed its people since. */
export function useChangePeople(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, tag }: { change: PeopleChange; tag: string }) => {
      const header = { 'If-Match': tag }
      return 'add' in change
        ? ok(
            api.POST('/api/conversations/{conversationId}/people', {
              params: { path: { conversationId }, header },
              body: { personId: change.add },
            }),
          )
        : ok(
            api.DELETE('/api/conversations/{conversationId}/people/{personId}', {
              params: { path: { conversationId, personId: change.remove }, header },
            }),
          )
    },
    onSettled: () => readAgain(client, conversationId),
  })
}

/** Deletes a record in which no member has written. The page of the record keeps what it has read until it is left. */
export function useDeleteConversation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (conversationId: string) =>
      ok(api.DELETE('/api/conversations/{conversationId}', { params: { path: { conversationId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [QUERY.conversations] }),
  })
}
