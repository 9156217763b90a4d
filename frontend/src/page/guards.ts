import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../api/problem'
import { councilQuery, sessionQuery } from '../api/queries'
import type { Session } from '../api/session'
import type { Authority } from './authorities'
import { paths } from './paths'

/** The signed-in session. Without one, the error page leads to sign-in and back to this address. */
export function requireSession(client: QueryClient): Promise<Session> {
  return client.ensureQueryData(sessionQuery())
}

/** The council or the operator that the person works for. Without one, the person chooses first. */
export async function requireActing(client: QueryClient): Promise<NonNullable<Session['acting']>> {
  const session = await requireSession(client)
  if (!session.acting) throw redirect(paths.chooseCouncil)
  return session.acting
}

/** Loads what every page of work needs: the council, and what the person may do there. */
export async function requireWork(client: QueryClient): Promise<null> {
  const now = await requireActing(client)
  if (now.kind === 'council') await client.ensureQueryData(councilQuery())
  return null
}

/** Refuses a page before it shows, where the API would refuse only after something was typed. */
export async function requireAuthority(client: QueryClient, authority: Authority): Promise<null> {
  await requireWork(client)
  const council = client.getQueryData(councilQuery().queryKey)
  if (!council?.me.authorities.includes(authority)) throw new Problem(403, {})
  return null
}

/** A part of the address that the path of the route names. */
export function pathParam(args: Pick<LoaderFunctionArgs, 'params'>, name: string): string {
  const value = args.params[name]
  if (!value) throw new Problem(404, {})
  return value
}
