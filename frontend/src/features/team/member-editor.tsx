import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { Member, SecondFactorReset, TeamMemberChange } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { useEditedVersion } from '../../page/edited-version'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { ConflictTable } from '../../page/conflict-table'
import { RoleFields } from './member-fields'
import type { useChangeTeamMember, useRenewTeamPassword, useResetSecondFactor } from './queries'
import { ROLES } from './roles'
import { SecondFactorSection } from './second-factor-reset'

interface MemberForm {
  name: string
  roles: string[]
  status: string
}

interface MemberEditorProps {
  member: Member
  back: { href: string; text?: string }
  change: ReturnType<typeof useChangeTeamMember>
  /** Mails a new one-time password, which no page shows. */
  renew: ReturnType<typeof useRenewTeamPassword>
  /** Removes the member's passkeys, app and recovery codes, and signs them out. */
  reset: ReturnType<typeof useResetSecondFactor>
  /** Reads the member again after another member of staff has changed them. */
  read: () => Promise<Member>
  onDone: (news: { heading: string }) => void
}

/** Changes a member's name, roles and status, for a lead. */
export function MemberEditor({ member, back, read, onDone, ...calls }: MemberEditorProps) {
  const { t } = useTranslation('council')
  const { t: teamText } = useTranslation('team')
  const form = useForm<MemberForm, keyof MemberForm | 'different' | 'reason'>({
    name: member.name,
    roles: [...member.roles],
    status: member.status,
  })
  const change = useSendOnce(calls.change)
  const renew = useSendOnce(calls.renew)
  const reset = useSendOnce(calls.reset)
  const version = useEditedVersion(member, {
    read,
    fail: form.fail,
    changed: { text: t('member.changed'), field: 'different' },
  })
  const { theirs } = version
  const { values } = form

  function faults(): FormError<keyof MemberForm>[] {
    const found: FormError<keyof MemberForm>[] = []
    if (!values.name.trim()) found.push({ field: 'name', text: t('memberError.name.NotBlank') })
    if (values.roles.length === 0) found.push({ field: 'roles', text: t('memberError.roles.other') })
    return found
  }

  function renewPassword() {
    renew.send(undefined, {
      onSuccess: () => onDone({ heading: t('password.onItsWay', { name: member.name, email: member.email }) }),
      onError: (error) => form.fail([{ text: problemText(error) }]),
    })
  }

  function resetSecondFactor(reason: SecondFactorReset['reason'] | undefined) {
    if (!reason) {
      form.fail([{ text: teamText('secondFactor.noReason'), field: 'reason' }])
      return
    }
    reset.send(
      { reason },
      {
        onSuccess: () => onDone({ heading: teamText('secondFactor.done', { name: member.name }) }),
        onError: (error) => form.fail([{ text: problemText(error) }]),
      },
    )
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const changed = {
      name: values.name.trim(),
      roles: values.roles as TeamMemberChange['roles'],
      status: values.status as TeamMemberChange['status'],
    }
    change.send(
      { change: changed, version: version.base.version },
      {
        onSuccess: () => onDone({ heading: t('one.memberSaved', { name: changed.name }) }),
        onError: (error) => {
          if (version.takes(error)) return
          if (error instanceof Problem && error.type === 'last-lead') {
            form.fail([{ text: t('memberError.lastLead'), field: values.status === 'suspended' ? 'status' : 'roles' }])
          } else {
            form.fail(formErrors(error, 'council:memberError'))
          }
        },
      },
    )
  }

  const nameLabel = t(member.clientId ? 'member.machineName' : 'member.name')
  const rolesOf = (held: readonly string[]) =>
    ROLES.filter((role) => held.includes(role))
      .map((role) => t(`role.${role}`))
      .join(', ')
  const statusOf = (status: string) => t(status === 'active' ? 'member.activeLabel' : 'member.suspendedLabel')
  return (
    <Page
      heading={t('member.changeHeading', { name: member.name })}
      caption={<span className="breaks">{member.email ?? member.clientId}</span>}
      back={back}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      {theirs && (
        <ConflictTable
          details={[
            { name: nameLabel, theirs: theirs.name, mine: values.name.trim() },
            { name: t('member.roles'), theirs: rolesOf(theirs.roles), mine: rolesOf(values.roles) },
            { name: t('member.status'), theirs: statusOf(theirs.status), mine: statusOf(values.status) },
          ]}
        />
      )}
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: nameLabel, className: 'govuk-label--s' }}
          autoComplete="off"
          spellCheck={false}
          error={form.error('name')}
          {...form.text('name')}
        />
        <RoleFields roles={values.roles} onChange={form.set('roles')} error={form.error('roles')} />
        <Radios
          name="status"
          legend={{ text: t('member.status'), className: 'govuk-fieldset__legend--s' }}
          value={values.status}
          onChange={form.set('status')}
          error={form.error('status')}
          items={[
            { value: 'active', text: t('member.activeLabel') },
            { value: 'suspended', text: t('member.suspendedLabel'), hint: t('member.suspendedHint') },
          ]}
        />
        <Button busy={change.busy}>{t(change.busy ? 'member.saving' : 'member.save')}</Button>
      </form>
      {member.email && (
        <>
          <h2 className="govuk-heading-m">{t('password.renewHeading')}</h2>
          <p className="govuk-body breaks">{t('password.mailBody', { name: member.name, email: member.email })}</p>
          <Button type="button" className="govuk-button--secondary" busy={renew.busy} onClick={renewPassword}>
            {t('password.mail')}
          </Button>
          <SecondFactorSection
            member={member}
            busy={reset.busy}
            error={form.error('reason')}
            onReset={resetSecondFactor}
          />
        </>
      )}
    </Page>
  )
}
