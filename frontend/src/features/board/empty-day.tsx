import { Trans, useTranslation } from 'react-i18next'
import type { Day } from '../../api/types'
import { Link } from '../../page/link'
import { paths } from '../../page/paths'
import { longDate, timeOfDay } from '../../text/dates'

/** Shown in place of the board on a day without sessions. */
export function EmptyDay({ day }: { day: Day }) {
  const { t } = useTranslation('board')
  const hub = day.hub.name
  return (
    <section className="card card--empty">
      <h2 className="govuk-heading-m">
        {day.today ? t('empty.headingToday', { hub }) : t('empty.heading', { hub, date: longDate(day.date) })}
      </h2>
      <p className="govuk-body">
        {day.next ? (
          <Trans
            t={t}
            i18nKey="empty.next"
            values={{ date: longDate(day.next.date), time: timeOfDay(day.next.starts) }}
            components={{ next: <Link href={paths.day(day.hub.id, day.next.date)} /> }}
          />
        ) : (
          t('empty.none')
        )}
      </p>
    </section>
  )
}
