import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet } from 'react-router'
import type { LocalAuthority } from '../../api/types'
import { requireActing } from '../../page/guards'
import type { NewCouncilSteps } from './new-council-steps'
import { authoritiesQuery, councilsQuery } from './queries'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireActing(client)
    void client.prefetchQuery(authoritiesQuery())
    return client.ensureQueryData({ ...councilsQuery(), revalidateIfStale: true })
  },
  Component: NewCouncil,
})

/** Keeps the council that was picked while its steps show one after the other. */
function NewCouncil() {
  const [picked, pick] = useState<LocalAuthority>()
  return <Outlet context={{ picked, pick } satisfies NewCouncilSteps} />
}
