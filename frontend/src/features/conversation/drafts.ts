import type { QueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { api, ok } from '../../api/client'
import { councilQuery } from '../../api/queries'
import { currentSession } from '../../api/session'
import type { Draft, DraftService } from './draft'
import { BrowserDevice } from './draft-device'
import { readDraftKey } from './draft-key'
import { DraftStore } from './draft-store'
import { conversationQuery, saveBox } from './queries'

/** The store of this page. A page works for one member of one council until it is loaded again. */
let opened: { store: DraftStore; end: () => void } | undefined

const whoIsSignedIn = async () => (await ok(api.GET('/api/council'))).me.id

const service: DraftService = {
  save: saveBox,
  read: async ({ conversationId, promptId }) => {
    const { boxes } = (await conversationQuery(conversationId).queryFn()).conversation
    return boxes.find((box) => box.promptId === promptId)
  },
  whoIsSignedIn,
}

/** Opens the store for the member who is signed in, once for a page. */
export function openDrafts(client: QueryClient): DraftStore {
  if (opened) return opened.store
  const acting = currentSession()?.acting
  const member = client.getQueryData(councilQuery().queryKey)?.me.id
  if (acting?.kind !== 'council' || !member) throw new Error('Words are kept for a member of a council only')
  const device = new BrowserDevice(`${acting.id}/${member}`, () => readDraftKey(member, whoIsSignedIn))
  const store = new DraftStore(member, service, device)
  opened = { store, end: watchPage(store) }
  return store
}

/** Forgets the store, as a new document would. */
export function closeDrafts(): void {
  opened?.end()
  opened?.store.close()
  opened = undefined
}

/**
 * Every box that this page knows, as it changes. It listens from the moment that the boxes are shown:
 * `useSyncExternalStore` begins a little later, and letters that are typed before would be lost.
 */
export function useDrafts(store: DraftStore): readonly Draft[] {
  const [, show] = useState(store.all)
  useLayoutEffect(() => store.subscribe(() => show(store.all())), [store])
  return store.all()
}

/** Keeps and sends words when the network comes back and when the page is hidden, shown or left. */
function watchPage(store: DraftStore): () => void {
  const end = new AbortController()
  const { signal } = end
  const keep = () => store.keepAll()
  const send = () => store.sendAll()
  window.addEventListener('online', send, { signal })
  window.addEventListener('pagehide', keep, { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      keep()
      send()
    },
    { signal },
  )
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (!store.hasOnlyInMemory()) return
      keep()
      event.preventDefault()
    },
    { signal },
  )
  return () => end.abort()
}
