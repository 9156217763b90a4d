import { useEffect, useState } from 'react'

/**
 * A part of a page whose script is no part of the first load. It is loaded once it is wanted; `failed` is called if it
 * cannot be.
 */
export function useLate<Part>(wanted: boolean, load: () => Promise<Part>, failed?: () => void): Part | undefined {
  const [part, setPart] = useState<{ loaded: Part }>()
  useEffect(() => {
    if (wanted) load().then((loaded) => setPart({ loaded }), failed)
    // The functions are new at each rendering, and do the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])
  return part?.loaded
}
