import { useEffect, useState } from 'react'
import { browser } from '../api/browser'
import { explainMissingScript } from '../api/release'

/** A part of a page that is loaded late: the part once it is there, or the error and a way to try again. */
export interface Late<Part> {
  part: Part | undefined
  error: unknown
  again: () => void
}

/** Loads a part of a page whose script is no part of the first load, once it is wanted. */
export function useLate<Part>(wanted: boolean, load: () => Promise<Part>): Late<Part> {
  const [part, setPart] = useState<{ loaded: Part }>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (!wanted) return
    load().then(
      (loaded) => setPart({ loaded }),
      (failed: unknown) => {
        setError(failed)
        void explainMissingScript()
      },
    )
    // The function is new at each rendering, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])

  return { part: part?.loaded, error, again: () => void reload() }
}

/** Reloads the page once the server answers: a browser does not ask a second time for a script that failed to load. */
async function reload() {
  if (await explainMissingScript()) browser.reload()
}
