import { useTranslation } from 'react-i18next'
import type { Day } from '../../api/types'
import { useMay } from '../../page/authorities'
import { useNow } from '../../page/now'
import { paths } from '../../page/paths'
import { timeOfDay } from '../../text/dates'

const MOST = 3

/** The way to a place on a full day: a lead adds one, and other staff ask a lead. */
export function FullDayHelp({ day }: { day: Day }) {
  const { t } = useTranslation('booking')
  const may = useMay()
  const now = useNow()
  const full = day.sessions
    .flatMap(({ slots }) => slots)
    .filter(({ left, endsAt }) => left === 0 && new Date(endsAt) > now)
    .slice(0, MOST)
  if (full.length === 0) return null
  if (!may('slot:extend')) return <p className="govuk-body">{t('full.staff')}</p>
  return (
    <>
      <p className="govuk-body">{t('full.lead')}</p>
      <ul className="govuk-list">
        {full.map(({ id, starts }) => (
          <li key={id}>
            <a className="govuk-link" href={paths.extraPlace(day.hub.id, day.date, id)}>
              {t('full.extra', { time: timeOfDay(starts) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
