import { Trans, useTranslation } from 'react-i18next'
import type { Member } from '../../api/types'
import { Table } from '../../govuk/table'
import { Tag } from '../../govuk/tag'
import { lookup } from '../../text/lookup'
import { Hidden } from '../../govuk/hidden'

export function MemberTable({ members, memberAddress }: { members: Member[]; memberAddress: (id: string) => string }) {
  const { t } = useTranslation(['council', 'common'])
  return (
    <Table
      className="stacks"
      caption={t('council:members.caption')}
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
          member.status === 'active' ? (
            <Tag key="status" className="govuk-tag--green">
              {t('council:members.active')}
            </Tag>
          ) : (
            <Tag key="status" className="govuk-tag--grey">
              {t('council:members.suspended')}
            </Tag>
          ),
          <a className="govuk-link" href={memberAddress(member.id)} key="change">
            <Trans
              t={t}
              i18nKey="council:members.change"
              values={{ name: member.name }}
              components={{ hidden: <Hidden /> }}
            />
          </a>,
        ],
      }))}
    />
  )
}
