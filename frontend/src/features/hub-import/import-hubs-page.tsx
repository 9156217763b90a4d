import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { requireAuthority } from '../../page/guards'
import type { Import, ImportSteps } from './import-steps'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'hub:write'),
  Component: ImportHubs,
})

/** Keeps the file and the answers to it while the steps show one after the other. */
function ImportHubs() {
  const [now, setNow] = useState<Import>({})
  const navigate = useNavigate()
  const go: ImportSteps['go'] = (step, to) => {
    setNow(step)
    void navigate(to)
  }
  return <Outlet context={{ now, go } satisfies ImportSteps} />
}
