import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkboxes } from '../../govuk/choices'
import { ROLES } from './roles'

export function RoleFields({
  roles,
  onChange,
  error,
}: {
  roles: string[]
  onChange: (roles: string[]) => void
  error: ReactNode
}) {
  const { t } = useTranslation('council')
  return (
    <Checkboxes
      name="roles"
      legend={{ text: t('member.roles'), className: 'govuk-fieldset__legend--s' }}
      items={ROLES.map((role) => ({ value: role, text: t(`role.${role}`), hint: t(`roleHint.${role}`) }))}
      values={roles}
      onChange={onChange}
      error={error}
    />
  )
}
