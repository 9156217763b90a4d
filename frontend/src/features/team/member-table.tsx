import { Trans, useTranslation } from 'react-i18next'
import type { Member } from '../../api/types'
import { Table } from '../../govuk/table'
import { Tag } from '../../govuk/tag'
import { lookup } from '../../text/lookup'
import { Hidden } from '../../govuk/hidden'

interface MemberTableProps {
  members: Member[]
  memberAddress: (id: string) => string
  /** The name of the table for screen readers, if it does not list people. */
  caption?: string
  linkText?: 'council:members.change' | 'council:members.look'
}

export function MemberTable({
  members,
  memberAddress,
  caption,
  linkText = 'council:members.change',
}: MemberTableProps) {
  const { t } = useTranslation(['council', 'common'])
  return (
    <Table
      className="stacks"
      caption={caption ?? t('council:members.caption')}
      captionClassName="govuk-visually-hidden"
      firstCellIsHeader
      head={[
        { text: t('council:members.name') },
        { text: t('council:members.signIn') },
        { text: t('council:members.roles') },
        { text: t('council:members.status') },
        { text: <Hidden>{t('council:members.action')}</Hidden> },
      ]}
      rows={members.map((member) => ({
        key: member.id,
        cells: [
          member.name,
          <span className="breaks" key="sign-in">
            {member.email ?? t('council:members.machine', { client: member.clientId })}
          </span>,
          member.roles.map((role) => lookup('council', 'role', role)).join(', '),
          <StatusTag member={member} key="status" />,
          <a className="govuk-link" href={memberAddress(member.id)} key="change">
            <Trans t={t} i18nKey={linkText} values={{ name: member.name }} components={{ hidden: <Hidden /> }} />
          </a>,
        ],
      }))}
    />
  )
}

function StatusTag({ member }: { member: Member }) {
  const { t } = useTranslation('council')
  if (member.status !== 'active') return <Tag className="govuk-tag--grey">{t('members.suspended')}</Tag>
  if (member.email && !member.signedIn) return <Tag className="govuk-tag--yellow">{t('members.notYet')}</Tag>
  return <Tag className="govuk-tag--green">{t('members.active')}</Tag>
}
