import { useRef, useState } from 'react'
import type { Duplicate, PersonDetails } from '../../api/types'
import { useDuplicateSearch } from '../person/queries'

/** Looks for people who may be the one who is being added, until a member of staff says that they are not. */
export function useDuplicates() {
  const search = useDuplicateSearch()
  const [found, setFound] = useState<Duplicate[]>([])
  const others = useRef(new Set<string>())
  return {
    found,
    busy: search.isPending,
    /** Shows the likely duplicates that were not dismissed, and tells whether there are any. */
    async areFor(details: PersonDetails): Promise<boolean> {
      const { items } = await search.mutateAsync(details)
      const likely = items.filter(({ person }) => !others.current.has(person.id))
      setFound(likely)
      return likely.length > 0
    },
    /** Takes the people who are shown for other people. */
    dismiss() {
      found.forEach(({ person }) => others.current.add(person.id))
      setFound([])
    },
    clear: () => setFound([]),
  }
}
