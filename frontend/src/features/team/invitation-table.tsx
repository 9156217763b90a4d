import { Trans, useTranslation } from 'react-i18next'
import type { Invitation } from '../../api/types'
import { Table } from '../../govuk/table'
import { Tag } from '../../govuk/tag'
import { dayAndTime } from '../../text/dates'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'

const COLOURS: Record<string, string> = {
  sent: 'green',
  queued: 'blue',
  refused: 'red',
  expired: 'grey',
  revoked: 'grey',
}

export function InvitationStatusTag({ status }: { status: Invitation['status'] }) {
  const { t } = useTranslation('team')
  return <Tag className={`govuk-tag--${COLOURS[status] ?? 'grey'}`}>{t(`status.${status}`)}</Tag>
}

export function InvitationTable({ invitations }: { invitations: Invitation[] }) {
  const { t } = useTranslation(['team', 'council'])
  return (
    <Table
      className="stacks"
      caption={t('team:open.caption')}
      captionClassName="govuk-visually-hidden"
      firstCellIsHeader
      head={[
        { text: t('team:open.email') },
        { text: t('team:open.roles') },
        { text: t('team:open.by') },
        { text: t('team:open.status') },
        { text: t('team:open.until') },
        { text: <Hidden>{t('team:open.action')}</Hidden> },
      ]}
      rows={invitations.map((invitation) => ({
        key: invitation.id,
        cells: [
          <span className="breaks" key="email">
            {invitation.email}
          </span>,
          invitation.roles.map((role) => t(`council:role.${role}`)).join(', '),
          invitation.invitedByName,
          <InvitationStatusTag key="status" status={invitation.status} />,
          invitation.expiresAt ? dayAndTime(invitation.expiresAt) : '',
          <a className="govuk-link" href={paths.invitation(invitation.id)} key="manage">
            <Trans
              t={t}
              i18nKey="team:open.manage"
              values={{ email: invitation.email }}
              components={{ hidden: <Hidden /> }}
            />
          </a>,
        ],
      }))}
    />
  )
}
