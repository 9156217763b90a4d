import { useTranslation } from 'react-i18next'
import type { SupportGrant } from '../../api/types'
import { Tag } from '../../govuk/tag'

const COLOURS: Record<SupportGrant['status'], string> = {
  asked: 'blue',
  approved: 'orange',
  declined: 'grey',
  ended: 'grey',
  expired: 'grey',
}

export function SupportStatusTag({ status }: { status: SupportGrant['status'] }) {
  const { t } = useTranslation('support')
  return <Tag className={`govuk-tag--${COLOURS[status]}`}>{t(`status.${status}`)}</Tag>
}
