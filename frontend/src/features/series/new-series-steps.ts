import { useOutletContext } from 'react-router'
import type { Refusals } from '../../page/form-step'
import type { SeriesForm } from './series-form'

/** The typed and chosen values of a new series, kept from one step to the other in both directions. */
export interface NewSeriesSteps extends Refusals {
  hubId: string
  typed: SeriesForm
  keep: (typed: SeriesForm) => void
  /** Days that were skipped (false) or kept (true) by hand. */
  chosen: Record<string, boolean>
  choose: (chosen: Record<string, boolean>) => void
}

export function useNewSeriesSteps(): NewSeriesSteps {
  return useOutletContext<NewSeriesSteps>()
}
