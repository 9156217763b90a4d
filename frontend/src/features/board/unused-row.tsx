import { Trans, useTranslation } from 'react-i18next'
import type { DaySlot } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { timeRange } from '../../text/dates'

interface UnusedRowProps {
  unused: DaySlot[]
  open: boolean
  onToggle: () => void
}

/** One row in place of all times of a session that are over and had places left. */
export function UnusedRow({ unused, open, onToggle }: UnusedRowProps) {
  const { t } = useTranslation('board')
  const [first] = unused
  const last = unused.at(-1)
  if (!first || !last) return null
  return (
    <tr className="free">
      <td className="slots__fold" colSpan={5}>
        {t('unused', { count: unused.length, times: timeRange(first.starts, last.ends) })}{' '}
        <button type="button" className="linkish" aria-expanded={open} onClick={onToggle}>
          <Trans t={t} i18nKey={open ? 'hideUnused' : 'showUnused'} components={{ hidden: <Hidden /> }} />
        </button>
      </td>
    </tr>
  )
}
