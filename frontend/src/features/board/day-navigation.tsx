import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'
import { addDays, today, type Day } from '../../text/dates'

/** Links to the day before, today, and the day after. */
export function DayNavigation({ hubId, date, now }: { hubId: string; date: Day; now: Date }) {
  const { t } = useTranslation('board')
  return (
    <nav className="days-nav" aria-label={t('days')}>
      <a className="btn btn--quiet" href={paths.day(hubId, addDays(date, -1))} rel="prev">
        <span aria-hidden="true">‹ </span>
        {t('previousDay')}
      </a>
      {date !== today(now) && (
        <a className="btn btn--quiet" href={paths.day(hubId, 'today')}>
          {t('goToToday')}
        </a>
      )}
      <a className="btn btn--quiet" href={paths.day(hubId, addDays(date, 1))} rel="next">
        {t('nextDay')}
        <span aria-hidden="true"> ›</span>
      </a>
    </nav>
  )
}
