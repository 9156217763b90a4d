import { usePlanSteps } from './plan-steps'
import type { SeriesForm } from './series-form'

export const useNewSeriesSteps = usePlanSteps<SeriesForm>
