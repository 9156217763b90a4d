import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet, useParams, type LoaderFunctionArgs } from 'react-router'
import type { FormError } from '../../page/form'
import { pathParam, requireActing } from '../../page/guards'
import { hubQuery } from '../hub/queries'
import type { NewSeriesSteps } from './new-series-steps'
import { EMPTY_SERIES } from './series-form'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return client.ensureQueryData(hubQuery(pathParam(args, 'hubId')))
  },
  Component: NewSeries,
})

/** Keeps what was typed and chosen while its steps show one after the other. */
function NewSeries() {
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const [typed, keep] = useState(EMPTY_SERIES)
  const [chosen, choose] = useState<Record<string, boolean>>({})
  const [refused, refuse] = useState<FormError<string>[]>([])
  return <Outlet context={{ hubId, typed, keep, chosen, choose, refused, refuse } satisfies NewSeriesSteps} />
}
