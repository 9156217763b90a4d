import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../api/problem'
import { councilQuery, sessionQuery } from '../api/queries'
import type { Session } from '../api/session'
import type { Authority } from './authorities'
import { paths } from './paths'

/** Who is signed in. For somebody who is not, the page of errors leads to sign-in and back to this address. */
export function requireSession(client: QueryClient): Promise<Session> {
  return client.ensureQueryData(sessionQuery())
}

/** The same, for a page that belongs to a council or to the operator. */
export async function requireActing(client: QueryClient): Promise<NonNullable<Session['acting']>> {
  const session = await requireSession(client)
  if (!session.acting) throw redirect(paths.chooseCouncil)
  return session.acting
}

/** What must be known before any page of work shows: for whom, and what the caller may do there. */
export async function requireWork(client: QueryClient): Promise<null> {
  const now = await requireActing(client)
  if (now.kind === 'council') await client.ensureQueryData(councilQuery())
  return null
}

/** The same, for a page whose first answer from a service comes only after something has been typed into it. */
export async function requireAuthority(client: QueryClient, authority: Authority): Promise<null> {
  await requireWork(client)
  const council = client.getQueryData(councilQuery().queryKey)
  if (!council?.me.authorities.includes(authority)) throw new Problem(403, {})
  return null
}

/** A part of the address, which the route's path promises. */
export function pathParam(args: Pick<LoaderFunctionArgs, 'params'>, name: string): string {
  const value = args.params[name]
  if (!value) throw new Problem(404, {})
  return value
}
