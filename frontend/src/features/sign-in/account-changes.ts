import { signInAddress } from '../../api/session'

/** The changes that people can make to their own sign-in. */
export const ACCOUNT_CHANGES = ['password', 'passkey', 'app', 'recovery-codes'] as const
export type AccountChange = (typeof ACCOUNT_CHANGES)[number]

/** The changes that the sign-in service reports as made. */
export const CHANGED = [...ACCOUNT_CHANGES, 'remove-passkey'] as const

/** The address of a page of the sign-in service, on which people change their own account. */
export function changeAddress(change: AccountChange, returnTo: string): string {
  return `${signInAddress(returnTo)}&change=${change}`
}

/** The address of the page of the sign-in service that removes one of the person's passkeys. */
export function removePasskeyAddress(id: string, returnTo: string): string {
  return `${signInAddress(returnTo)}&change=remove-passkey&passkey=${encodeURIComponent(id)}`
}
