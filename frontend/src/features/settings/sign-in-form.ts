import type { NewSignInProvider, SignInProvider } from '../../api/types'
import type { FormError } from '../../page/form'

export const GROUP_ROLES = ['hub-staff', 'practitioner', 'lead', 'viewer'] as const
export const MOST_GROUPS = 50

export interface GroupOfForm {
  group: string
  role: string
}

export interface SignInForm {
  issuer: string
  clientId: string
  clientSecret: string
  groupsClaim: string
  roles: GroupOfForm[]
  enabled: string
}

export type SignInField = keyof SignInForm | 'different'

export const EMPTY_GROUP: GroupOfForm = { group: '', role: 'hub-staff' }

/** The form begins with what is saved. The secret is never among it. */
export function formOf(provider: SignInProvider): SignInForm {
  return {
    issuer: provider.issuer ?? '',
    clientId: provider.clientId ?? '',
    clientSecret: '',
    groupsClaim: provider.groupsClaim ?? 'groups',
    roles: provider.roles.length > 0 ? provider.roles : [EMPTY_GROUP],
    enabled: provider.enabled ? 'on' : 'off',
  }
}

/** The request of this form. A row without a group is left out. */
export function bodyOf(form: SignInForm): NewSignInProvider {
  const secret = form.clientSecret.trim()
  return {
    issuer: form.issuer.trim(),
    clientId: form.clientId.trim(),
    ...(secret ? { clientSecret: secret } : {}),
    groupsClaim: form.groupsClaim.trim(),
    roles: form.roles
      .map(({ group, role }) => ({ group: group.trim(), role }))
      .filter(({ group }) => group) as NewSignInProvider['roles'],
    enabled: form.enabled === 'on',
  }
}

/** The faults that need no service: what is missing, and a sign-in that would let no person in. */
export function faultsOf(form: SignInForm, words: (key: string) => string): FormError<SignInField>[] {
  const empty = (['issuer', 'clientId', 'groupsClaim'] as const)
    .filter((field) => !form[field].trim())
    .map((field) => ({ field, text: words(`${field}.NotBlank`) }))
  const noGroup = form.enabled === 'on' && !form.roles.some(({ group }) => group.trim())
  return [...empty, ...(noGroup ? [{ field: 'roles' as const, text: words('roles.none') }] : [])]
}
