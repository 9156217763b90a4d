import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Problem } from '../../api/problem'
import type { Instrument, Measure } from '../../api/types'
import { pathParam, requireAuthority } from '../../page/guards'
import { personQuery } from '../person/queries'
import { instrumentsQuery, measuresQuery } from './queries'

/** Reads what every page about a person's answers needs. */
export async function loadMeasures(client: QueryClient, personId: string): Promise<null> {
  await requireAuthority(client, 'conversation:write')
  await Promise.all([
    client.ensureQueryData(personQuery(personId)),
    client.ensureQueryData(instrumentsQuery()),
    client.fetchQuery(measuresQuery(personId)),
  ])
  return null
}

/** The person, the instruments, the person's answers, and those that were withdrawn. */
export function useMeasures() {
  const personId = pathParam({ params: useParams() }, 'personId')
  const { person } = useSuspenseQuery(personQuery(personId)).data
  const { data: instruments } = useSuspenseQuery(instrumentsQuery())
  const { data } = useSuspenseQuery(measuresQuery(personId))
  return {
    personId,
    person,
    instruments,
    measures: data.filter(({ withdrawn }) => !withdrawn),
    withdrawn: data.filter(({ withdrawn }) => withdrawn),
  }
}

/** The instrument with this code, which the address names. */
export function instrumentOf(instruments: Instrument[], code: string): Instrument {
  const found = instruments.find((each) => each.code === code)
  if (!found) throw new Problem(404, {})
  return found
}

export function measureOf(measures: Measure[], id: string): Measure {
  const found = measures.find((each) => each.id === id)
  if (!found) throw new Problem(404, {})
  return found
}

/** The person's first answers to an instrument. */
export function baselineOf(measures: Measure[], code: string): Measure | undefined {
  return measures.find(({ instrument, baseline }) => baseline && instrument === code)
}
