import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'

/** The invitation behind a link, read by POST so that the token is in no address. */
export const preview = (token: string) => ok(api.POST('/open/invitations/preview', { body: { token } }))

export function useAccept(token: string) {
  return useMutation({
    mutationFn: ({ email, name }: { email: string; name: string }) =>
      ok(api.POST('/open/invitations/accept', { body: { token, email, name } })),
  })
}
