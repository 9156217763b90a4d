import { planPage } from '../series/plan-steps'
import { EMPTY } from './session-form'

export const page = planPage(EMPTY)
