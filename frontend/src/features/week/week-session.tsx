import { useTranslation } from 'react-i18next'
import type { WeekHub, WeekSession } from '../../api/types'
import { Tag } from '../../govuk/tag'
import { useMay } from '../../page/authorities'
import { paths } from '../../page/paths'
import { timeRange, type Day } from '../../text/dates'

/** The sessions of a hub on a day, and why the hub is closed on it. */
export function HubDay({ hub, date }: { hub: WeekHub; date: Day }) {
  const { t } = useTranslation('week')
  const closure = hub.closures.find(({ from, to }) => from <= date && date <= to)
  return (
    <>
      {closure && (
        <p className="week__closed">
          <Tag className="govuk-tag--yellow">{t('closed')}</Tag> {closure.reason}
        </p>
      )}
      {hub.sessions
        .filter((session) => session.date === date)
        .map((session) => (
          <WeekSessionLines key={session.id} hub={hub} session={session} />
        ))}
    </>
  )
}

/** Whether there is anything to show of a hub on a day. */
export function hasDay(hub: WeekHub, date: Day): boolean {
  return (
    hub.sessions.some((session) => session.date === date) ||
    hub.closures.some(({ from, to }) => from <= date && date <= to)
  )
}

function WeekSessionLines({ hub, session }: { hub: WeekHub; session: WeekSession }) {
  const { t } = useTranslation('session')
  const { t: w } = useTranslation('week')
  const address = useSessionAddress(hub, session)
  const times = timeRange(session.starts, session.ends)
  return (
    <div className="week__session">
      <div>
        {address ? (
          <a className="govuk-link" href={address}>
            {times}
          </a>
        ) : (
          times
        )}
      </div>
      {session.kind && <div>{session.kind}</div>}
      <div className={session.left === 0 ? 'week__none' : undefined}>
        {session.cancelled
          ? t('cancelled')
          : session.dropInOnly
            ? t('dropInOnly')
            : t('placesLeft', { count: session.left, places: session.places })}
      </div>
      {session.headcount != null && <div>{w('headcount', { count: session.headcount })}</div>}
    </div>
  )
}

/** The board of the day, for those who may see it; else the session itself, for those who may change it. */
function useSessionAddress(hub: WeekHub, session: WeekSession): string | undefined {
  const may = useMay()
  if (may('booking:read')) return paths.day(hub.id, session.date)
  return may('session:write') ? paths.session(session.id) : undefined
}
