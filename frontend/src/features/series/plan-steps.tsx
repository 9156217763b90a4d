import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet, useLoaderData, useOutletContext, useParams, type LoaderFunctionArgs } from 'react-router'
import { readDraft } from '../../page/draft'
import type { FormError } from '../../page/form'
import type { Refusals } from '../../page/form-step'
import { pathParam, requireActing } from '../../page/guards'
import { useKeptDraft } from '../../page/use-kept-draft'
import { hubQuery } from '../hub/queries'

/** The fields that were filled in for a new series or session, as it comes back after a reload or Back. */
interface PlanDraft<Form> {
  typed: Form
  chosen: Record<string, boolean>
}

/** The values of a new series or session, kept from one step to the other in both directions. */
export interface PlanSteps<Form> extends PlanDraft<Form>, Refusals {
  hubId: string
  keep: (typed: Form) => void
  /** Chooses the days of a series that are skipped (false) or kept (true) by hand. */
  choose: (chosen: Record<string, boolean>) => void
}

/** The page around the steps of a new series or session, which starts with an empty form or its draft. */
export function planPage<Form>(empty: Form) {
  function Steps() {
    const hubId = pathParam({ params: useParams() }, 'hubId')
    const draft: PlanDraft<Form> | null = useLoaderData()
    const [typed, keep] = useState<Form>(draft?.typed ?? empty)
    const [chosen, choose] = useState(draft?.chosen ?? {})
    const [refused, refuse] = useState<FormError<string>[]>([])
    return <Outlet context={{ hubId, typed, keep, chosen, choose, refused, refuse } satisfies PlanSteps<Form>} />
  }

  return (client: QueryClient) => ({
    loader: async (args: LoaderFunctionArgs) => {
      await requireActing(client)
      await client.ensureQueryData(hubQuery(pathParam(args, 'hubId')))
      return (await readDraft(args.request)) ?? null
    },
    Component: Steps,
  })
}

export function usePlanSteps<Form>(): PlanSteps<Form> {
  return useOutletContext<PlanSteps<Form>>()
}

/** Keeps the values of a step for a reload of its page and for Back to it, once something is typed. */
export function useKeptStep<Form>(empty: Form, typed: Form, chosen: Record<string, boolean>): void {
  useKeptDraft(typed === empty ? undefined : { typed, chosen })
}
