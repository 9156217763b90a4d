import { Problem } from '../../api/problem'

/** Why a link to a new password does not work. */
export type Reason = 'unknown' | 'used' | 'expired'

const REASONS: Record<string, Reason> = {
  'password-link-unknown': 'unknown',
  'password-link-used': 'used',
  'password-link-expired': 'expired',
}

/** The reason that a refusal gives; undefined for another problem. */
export function reasonOf(error: unknown): Reason | undefined {
  return error instanceof Problem ? REASONS[error.type] : undefined
}
