import { Trans, useTranslation } from 'react-i18next'
import { EMPTY_GROUP, GROUP_ROLES, MOST_GROUPS, type GroupOfForm } from './sign-in-form'
import { Fieldset } from '../../govuk/fieldset'
import { Hidden } from '../../govuk/hidden'
import { Input } from '../../govuk/input'
import { Select } from '../../govuk/select'

/** The role of each group. A person in two groups has both roles. */
export function SignInGroups({
  groups,
  onChange,
}: {
  groups: GroupOfForm[]
  onChange: (groups: GroupOfForm[]) => void
}) {
  const { t } = useTranslation(['settings', 'council'])
  const change = (at: number, some: Partial<GroupOfForm>) =>
    onChange(groups.map((group, nth) => (nth === at ? { ...group, ...some } : group)))
  return (
    <>
      <h2 className="govuk-heading-m">{t('settings:signIn.groups')}</h2>
      <p className="govuk-body">{t('settings:signIn.groupsIntro')}</p>
      {groups.map(({ group, role }, at) => (
        <Fieldset
          key={at}
          legend={{ text: t('settings:signIn.group', { number: at + 1 }), className: 'govuk-fieldset__legend--s' }}
        >
          <Input
            id={at === 0 ? 'roles' : `group-${at}`}
            name={`group-${at}`}
            label={{ text: t('settings:signIn.groupName') }}
            hint={at === 0 ? t('settings:signIn.groupHint') : undefined}
            autoComplete="off"
            spellCheck={false}
            value={group}
            onChange={(event) => change(at, { group: event.target.value })}
          />
          <Select
            name={`role-${at}`}
            label={{ text: t('settings:signIn.role') }}
            items={GROUP_ROLES.map((each) => ({ value: each, text: t(`council:role.${each}`) }))}
            value={role}
            onChange={(event) => change(at, { role: event.target.value })}
          />
          {groups.length > 1 && (
            <button type="button" className="linkish" onClick={() => onChange(groups.filter((_, nth) => nth !== at))}>
              <Trans
                t={t}
                i18nKey="settings:signIn.groupRemove"
                values={{ number: at + 1 }}
                components={{ hidden: <Hidden /> }}
              />
            </button>
          )}
        </Fieldset>
      ))}
      {groups.length < MOST_GROUPS && (
        <p>
          <button type="button" className="btn" onClick={() => onChange([...groups, EMPTY_GROUP])}>
            {t('settings:signIn.groupAnother')}
          </button>
        </p>
      )}
    </>
  )
}
