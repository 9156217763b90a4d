import { planPage } from './plan-steps'
import { EMPTY_SERIES } from './series-form'

export const page = planPage(EMPTY_SERIES)
