import { useOutletContext } from 'react-router'
import type { InvitationPreview, NewInvitations } from '../../api/types'
import { addressesIn } from './addresses'

export interface InviteForm {
  emails: string
  roles: string[]
}

/** The typed values, kept from one step to the other, with the service's answer. */
export interface InviteSteps {
  typed: InviteForm
  preview: InvitationPreview | undefined
  keep: (typed: InviteForm, preview: InvitationPreview) => void
}

export function useInviteSteps(): InviteSteps {
  return useOutletContext<InviteSteps>()
}

/** The invitations that a form asks for. */
export const requestOf = (form: InviteForm): NewInvitations => ({
  emails: addressesIn(form.emails),
  roles: form.roles as NewInvitations['roles'],
})
