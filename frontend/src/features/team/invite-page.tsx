import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet } from 'react-router'
import type { InvitationPreview } from '../../api/types'
import { requireAuthority } from '../../page/guards'
import type { InviteForm, InviteSteps } from './invite-steps'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'member:write'),
  Component: Invite,
})

/** Keeps what was typed, and its preview, while the steps show one after the other. */
function Invite() {
  const [typed, setTyped] = useState<InviteForm>({ emails: '', roles: [] })
  const [preview, setPreview] = useState<InvitationPreview>()
  const keep = (form: InviteForm, shown: InvitationPreview) => {
    setTyped(form)
    setPreview(shown)
  }
  return <Outlet context={{ typed, preview, keep } satisfies InviteSteps} />
}
