import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isUnattended } from '../../api/presence'
import { Problem } from '../../api/problem'
import { QUERY } from '../../api/query-keys'
import type { ConversationWriters } from '../../api/types'
import type { DraftStore } from './draft-store'
import { leaveWriters, noteWriter } from './queries'

const EVERY_MS = 5000

/**
 * Tells the service that this page has the record open, and hears who else has. Reads the record again when another
 * member has changed or deleted it. While no one acts on the page it says nothing, because each message extends the
 * session.
 */
export function useWriters(conversationId: string, version: number, store: DraftStore) {
  const client = useQueryClient()
  const [writers, setWriters] = useState<ConversationWriters['writers']>([])
  const promptId = useRef<string>(undefined)
  const known = useRef(version)
  useEffect(() => {
    known.current = version
  }, [version])

  useEffect(() => {
    let left = false
    const readAgain = () => client.invalidateQueries({ queryKey: [QUERY.conversation, conversationId], exact: true })
    async function beat() {
      if (isUnattended() || document.visibilityState === 'hidden') return
      const heard = await noteWriter(conversationId, promptId.current).catch((problem: unknown) => {
        if (!left && problem instanceof Problem && problem.status === 404) void readAgain()
      })
      if (left || !heard) return
      setWriters(heard.writers)
      const isNewer = heard.boxes.some((box) => {
        const draft = store.get(conversationId, box.promptId)
        return !draft?.sending && box.version > ((draft?.theirs ?? draft?.base)?.version ?? 0)
      })
      if (isNewer || heard.version > known.current) void readAgain()
    }
    void beat()
    const timer = setInterval(() => void beat(), EVERY_MS)
    return () => {
      left = true
      clearInterval(timer)
      leaveWriters(conversationId).catch(() => undefined)
    }
  }, [conversationId, store, client])

  return {
    writers,
    /** The box in which this page writes. */
    writeIn(box: string): void {
      promptId.current = box
    },
  }
}
