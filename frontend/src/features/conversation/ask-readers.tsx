import { useTranslation } from 'react-i18next'
import { listOf } from '../../text/dates'

/** Tells whom to ask about a restricted record: the members who may read it, or a lead if no member may any more. */
export function AskReaders({ names }: { names: string[] }) {
  const { t } = useTranslation('conversation')
  return (
    <span className="record__about">
      {names.length > 0 ? t('readers.ask', { names: listOf(names) }) : t('readers.askLead')}
    </span>
  )
}
