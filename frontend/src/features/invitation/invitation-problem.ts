import { Problem } from '../../api/problem'

/** Why an invitation cannot be accepted. */
export type Reason = 'unknown' | 'used' | 'expired' | 'revoked' | 'locked' | 'suspended' | 'member'

const REASONS: Record<string, Reason> = {
  'invitation-unknown': 'unknown',
  'invitation-used': 'used',
  'invitation-expired': 'expired',
  'invitation-revoked': 'revoked',
  'invitation-locked': 'locked',
  'invitation-of-suspended-council': 'suspended',
  'already-a-member': 'member',
  invalid: 'unknown',
}

/** The reason that a refusal gives; undefined for another problem. */
export function reasonOf(error: unknown): Reason | undefined {
  return error instanceof Problem ? REASONS[error.type] : undefined
}
