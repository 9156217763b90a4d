import { Problem } from '../../api/problem'
import { problemText } from '../../page/problem-text'
import { findText } from '../../text/lookup'

/** The refusal of a correction, in words. */
export function correctionProblem(error: unknown) {
  return (error instanceof Problem && findText(`correction:problem.${error.type}`)) || problemText(error)
}
