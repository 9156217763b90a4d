import { signInAddress } from '../../api/session'

/** The changes that people can make to their own sign-in. */
export const ACCOUNT_CHANGES = ['password', 'app', 'recovery-codes'] as const
export type AccountChange = (typeof ACCOUNT_CHANGES)[number]

/** The address of a page of the sign-in service, on which people change their own account. */
export function changeAddress(change: AccountChange, returnTo: string): string {
  return `${signInAddress(returnTo)}&change=${change}`
}
