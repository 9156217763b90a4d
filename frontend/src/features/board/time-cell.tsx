import { useTranslation } from 'react-i18next'
import type { DaySlot } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { timeOfDay } from '../../text/dates'

/** When a slot starts, and whether it is now. */
export function TimeCell({ slot, here }: { slot: DaySlot; here: boolean }) {
  const { t } = useTranslation('board')
  return (
    <td className="slots__time">
      {timeOfDay(slot.starts)}
      {here && <Hidden> {t('now')}</Hidden>}
    </td>
  )
}
