import { useTranslation } from 'react-i18next'
import type { Day } from '../../api/types'

/** How many are booked, have arrived, walked in and came without a name, and how many places are left. */
export function Counts({ day }: { day: Day }) {
  const { t } = useTranslation('board')
  const { booked, arrived, walkIns, withoutName, placesLeft } = day.counts
  return (
    <ul className="kpis" aria-label={t('counts.label')}>
      <li className="kpi">
        <b>{booked}</b> <span>{t('counts.booked', { count: booked })}</span>
      </li>
      <li className="kpi">
        <b>{arrived}</b> <span>{t('counts.arrived')}</span>
      </li>
      <li className="kpi">
        <b>{walkIns}</b> <span>{t('counts.walkIns', { count: walkIns })}</span>
      </li>
      {withoutName > 0 && (
        <li className="kpi">
          <b>{withoutName}</b> <span>{t('counts.withoutName')}</span>
        </li>
      )}
      <li className="kpi">
        <b>{placesLeft}</b> <span>{t('counts.placesLeft', { count: placesLeft })}</span>
      </li>
    </ul>
  )
}
