import type { ReactNode } from 'react'
import { Problem } from '../../api/problem'
import { problemText } from '../../page/problem-text'
import { findText } from '../../text/lookup'

/** Why a request about introductions was refused. The texts are here, because the first script has those of all pages. */
export function refusedText(error: unknown): ReactNode {
  return (error instanceof Problem && findText(`introduction:refused.${error.type}`)) || problemText(error)
}
