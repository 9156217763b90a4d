import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoaderFunctionArgs } from 'react-router'
import type { Person } from '../../api/types'
import { flashOnNextPage } from '../../page/flash-message'
import { pathParam } from '../../page/guards'
import { paths } from '../../page/paths'
import { i18next } from '../../text/i18n'
import { personQuery } from '../person/queries'

/**
 * The person of the address, read afresh. A person who was merged leads to the page of the person kept, which says so.
 */
export async function keptPerson(client: QueryClient, args: Pick<LoaderFunctionArgs, 'params'>) {
  const loaded = await client.fetchQuery({ ...personQuery(pathParam(args, 'personId')), staleTime: 0 })
  leadToKept(loaded.person)
  return loaded
}

export function leadToKept(person: Person): void {
  if (!person.mergedInto) return
  const path = paths.person(person.mergedInto)
  flashOnNextPage(path, i18next.t('merge:led', { name: person.name, reference: person.reference }))
  // React Router takes a redirect by a throw.
  throw redirect(path)
}
