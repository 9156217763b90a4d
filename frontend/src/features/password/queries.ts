import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'

export function useAskForLink() {
  return useMutation({
    mutationFn: (email: string) => ok(api.POST('/open/password-resets', { body: { email } })),
  })
}

/** The address whose password a link changes, read by POST so that the token is in no address. */
export const preview = (token: string) => ok(api.POST('/open/password-resets/preview', { body: { token } }))

export function useChoosePassword(token: string) {
  return useMutation({
    mutationFn: (password: string) => ok(api.POST('/open/password-resets/choose', { body: { token, password } })),
  })
}
