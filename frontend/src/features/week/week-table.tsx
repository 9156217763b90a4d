import { useTranslation } from 'react-i18next'
import type { Week, WeekDay } from '../../api/types'
import { Tag } from '../../govuk/tag'
import { classes } from '../../govuk/classes'
import { dayAndMonth, type Day } from '../../text/dates'
import { hasDay, HubDay } from './week-session'

interface WeekProps {
  week: Week
  today: Day
  caption: string
}

/** The marks of a day: that it is today, a bank holiday, or the day of a clock change. */
function DayMarks({ day, today }: { day: WeekDay; today: Day }) {
  const { t } = useTranslation('week')
  return (
    <>
      {day.date === today && (
        <span className="week__mark">
          <Tag>{t('today')}</Tag>
        </span>
      )}
      {day.bankHoliday && <span className="week__mark">{t('bankHoliday', { name: day.bankHoliday })}</span>}
      {day.clockChange && <span className="week__mark">{t(`clocks.${day.clockChange}`)}</span>}
    </>
  )
}

/** The hubs as rows and the days as columns. */
export function WeekTable({ week, today, caption }: WeekProps) {
  const { t } = useTranslation('week')
  return (
    <table className="govuk-table week-table">
      <caption className="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hub')}</th>
          {week.days.map((day) => (
            <th
              scope="col"
              key={day.date}
              className={classes(day.date === today && 'week__today')}
              aria-current={day.date === today ? 'date' : undefined}
            >
              {dayAndMonth(day.date)}
              <DayMarks day={day} today={today} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {week.items.map((hub) => (
          <tr key={hub.id}>
            <th scope="row">{hub.name}</th>
            {week.days.map((day) => (
              <td key={day.date} className={classes(day.date === today && 'week__today')}>
                <HubDay hub={hub} date={day.date} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One day after another, for narrow screens. */
export function WeekDays({ week, today }: WeekProps) {
  const { t } = useTranslation('week')
  return (
    <>
      {week.days.map((day) => {
        const hubs = week.items.filter((hub) => hasDay(hub, day.date))
        return (
          <section
            className={classes('card week-day', day.date === today && 'week__today')}
            key={day.date}
            aria-current={day.date === today ? 'date' : undefined}
          >
            <h2 className="govuk-heading-m">
              {dayAndMonth(day.date)} <DayMarks day={day} today={today} />
            </h2>
            {hubs.length === 0 && <p className="govuk-body">{t('nothing')}</p>}
            {hubs.map((hub) => (
              <div key={hub.id}>
                <h3 className="govuk-heading-s">{hub.name}</h3>
                <HubDay hub={hub} date={day.date} />
              </div>
            ))}
          </section>
        )
      })}
    </>
  )
}
