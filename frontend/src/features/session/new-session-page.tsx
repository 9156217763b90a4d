import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet, useParams, type LoaderFunctionArgs } from 'react-router'
import type { FormError } from '../../page/form'
import { pathParam, requireActing } from '../../page/guards'
import { hubQuery } from '../hub/queries'
import type { NewSessionSteps } from './new-session-steps'
import { EMPTY } from './session-form'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return client.ensureQueryData(hubQuery(pathParam(args, 'hubId')))
  },
  Component: NewSession,
})

/** Keeps what was typed while its steps show one after the other. */
function NewSession() {
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const [typed, keep] = useState(EMPTY)
  const [refused, refuse] = useState<FormError<string>[]>([])
  return <Outlet context={{ hubId, typed, keep, refused, refuse } satisfies NewSessionSteps} />
}
