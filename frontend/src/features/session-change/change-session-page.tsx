import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { FormError } from '../../page/form'
import { requireAuthority, pathParam } from '../../page/guards'
import { hubQuery } from '../hub/queries'
import { timesOf } from '../series/series-form'
import { wholeSessionQuery } from './queries'
import { isScope, type Steps } from './steps'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'session:write')
    const session = await client.fetchQuery({ ...wholeSessionQuery(pathParam(args, 'sessionId')), staleTime: 0 })
    return client.ensureQueryData(hubQuery(session.hubId))
  },
  Component: ChangeSession,
})

/** Keeps what was chosen and typed while its steps show one after the other. */
function ChangeSession() {
  const sessionId = pathParam({ params: useParams() }, 'sessionId')
  const { data: session } = useSuspenseQuery(wholeSessionQuery(sessionId))
  const { data: hub } = useSuspenseQuery(hubQuery(session.hubId))
  const asked = useSearchParams()[0].get('scope') ?? ''
  const [choice, setChoice] = useState(session.seriesId && isScope(asked) ? asked : '')
  const [typed, setTyped] = useState(() => timesOf(session))
  const [reason, setReason] = useState('')
  const [refused, refuse] = useState<FormError<string>[]>([])
  const steps: Steps = { session, hub, choice, setChoice, typed, setTyped, reason, setReason, refused, refuse }
  return <Outlet context={steps} />
}
