import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { Problem } from '../../api/problem'
import { problemText } from '../../page/problem-text'
import { lookup } from '../../text/lookup'

export const MOST_BYTES = { logo: 200 * 1024, assessment: 5 * 1024 * 1024 }

/** Returns the error to show for a file that the service rejected. */
export function fileError(t: TFunction<'settings'>, part: 'logo' | 'assessment', error: Error): ReactNode {
  if (!(error instanceof Problem)) return problemText(error)
  if (error.status === 413) return t(`error.${part}.too-large`)
  if (error.type === 'logo-refused') return lookup('settings', 'error.logo', String(error.body.reason))
  if (error.type.startsWith('assessment-')) {
    return lookup('settings', 'error.assessment', error.type.slice('assessment-'.length))
  }
  return problemText(error)
}
