import { useState } from 'react'
import { Problem } from '../api/problem'
import type { FormError } from './form'
import { problemText } from './problem-text'

interface Edit<Saved> {
  /** Reads the record again, past the cache. */
  read: () => Promise<Saved>
  fail: (errors: FormError<'different'>[]) => void
  /** Says that another member of staff has changed the record. */
  changed: FormError<'different'>
}

/**
 * The version of a record that an edit replaces. When another member of staff has saved a newer one, the edit shows it
 * beside what is typed, and the next save replaces that one.
 */
export function useEditedVersion<Saved>(start: Saved, { read, fail, changed }: Edit<Saved>) {
  const [theirs, setTheirs] = useState<Saved>()

  async function showTheirs() {
    setTheirs(await read())
    fail([changed])
  }

  return {
    /** The version that the next save replaces. */
    base: theirs ?? start,
    /** The version of another member of staff, if there was one. */
    theirs,
    /** Takes the refusal of an outdated If-Match; false for every other error. */
    takes(error: unknown): boolean {
      if (!(error instanceof Problem) || error.status !== 412) return false
      showTheirs().catch((failed: unknown) => fail([{ text: problemText(failed) }]))
      return true
    },
  }
}
