import type { NewAccount } from '../team/mail-sent'

/** The message of a page on a council or its team: what was done, and how a new member signs in. */
export interface CouncilNews {
  heading: string
  account?: NewAccount
}
